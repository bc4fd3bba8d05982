/** Who may create an account: everybody, people with an invitation, or nobody at all. */
export const signUpModes = ['open', 'invite', 'closed'] as const

export type SignUpMode = (typeof signUpModes)[number]

/** The request header in which a sign-up sends its invitation. */
export const invitationHeader = 'x-tend-invitation'

/** Why somebody can't create an account. Both codes also come back from providers, as `?error=`. */
export const signUpRefusals = {
  SIGN_UP_CLOSED: 'Signing up is closed here. Ask whoever runs this Tend if you need an account.',
  INVITATION_NEEDED:
    'Signing up takes an invitation here, which works once and for seven days. Ask whoever runs this Tend for a new one.',
} as const

export type SignUpRefusal = keyof typeof signUpRefusals
