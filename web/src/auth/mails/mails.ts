import { type Mail, writeMail } from '@tend/server/mail/mail'

// No mail greets by name: somebody who signs up with a stranger's address chooses the name, too, and
// could write to that stranger through us.

const ignore = 'If this wasn’t you, there is nothing you need to do.'

/** How long the links in mails work. */
export const linkTtlSeconds = 3_600

/** The mails that tell an account's owner what was done to it, which only its owner or a thief can cause. */
export const noticeKinds: ReadonlySet<string> = new Set([
  'password changed',
  'account deleted',
  'new device',
])

const oneHour = 'The link works for one hour.'

/** To a new account's address. */
export function verificationMail(to: string, url: string): Mail {
  return writeMail({
    kind: 'verification',
    to,
    usefulSeconds: linkTtlSeconds,
    subject: 'Confirm your e-mail address',
    paragraphs: ['Confirm your address to finish signing up.'],
    action: { label: 'Confirm address', url },
    footnote: `${oneHour} If you didn’t sign up, ignore this message.`,
  })
}

/** To an address that has an account, in place of the verification a stranger's would get. */
export function signUpAttemptMail(to: string, urls: { signIn: string; forgot: string }): Mail {
  return writeMail({
    kind: 'sign-up attempt',
    to,
    subject: 'You already have an account',
    paragraphs: [
      'Someone tried to sign up for Tend with this address. It already has an account, so nothing has changed.',
      `If it was you, sign in. Forgot your password? Choose a new one: ${urls.forgot}`,
    ],
    action: { label: 'Sign in', url: urls.signIn },
    footnote: ignore,
  })
}

export function passwordResetMail(to: string, url: string): Mail {
  return writeMail({
    kind: 'password reset',
    to,
    usefulSeconds: linkTtlSeconds,
    subject: 'Choose a new password',
    paragraphs: ['Someone asked for a new password for your Tend account. Choose one here.'],
    action: { label: 'Choose a password', url },
    footnote: `${oneHour} ${ignore} Your password stays as it is.`,
  })
}

/** After somebody who was signed in changed the password. */
export function passwordChangedMail(to: string, forgotUrl: string): Mail {
  return writePasswordMail(to, forgotUrl, [
    'The password of your Tend account has just been changed, and all other devices have been signed out. Access tokens, calendar addresses and webhooks still work.',
    'If this wasn’t you, choose a new password now. That revokes them too.',
  ])
}

/** After a new password was chosen by a link. */
export function passwordReplacedMail(to: string, forgotUrl: string): Mail {
  return writePasswordMail(to, forgotUrl, [
    'A new password has just been chosen for your Tend account. All devices have been signed out, and all access tokens, calendar addresses and webhooks have been revoked: programs and calendars that used one need a new one.',
    'If this wasn’t you, choose a new password now.',
  ])
}

function writePasswordMail(to: string, forgotUrl: string, paragraphs: readonly string[]): Mail {
  return writeMail({
    kind: 'password changed',
    to,
    subject: 'Your password was changed',
    paragraphs,
    action: { label: 'Choose a new password', url: forgotUrl },
  })
}

/** To the old address of a change; nothing happens before it agrees. */
export function emailChangeMail(to: string, newEmail: string, url: string): Mail {
  return writeMail({
    kind: 'e-mail change, old address',
    to,
    usefulSeconds: linkTtlSeconds,
    subject: 'Change your e-mail address?',
    paragraphs: [
      `Someone who is signed in to your Tend account wants to change its address to ${newEmail}.`,
      'If you agree, we write to the new address next, and it has to be confirmed there too.',
    ],
    action: { label: 'Agree', url },
    footnote: `${oneHour} If this wasn’t you, don’t agree, and change your password: someone else is signed in as you.`,
  })
}

/** To the new address of a change, after the old one has agreed. */
export function newAddressMail(to: string, url: string): Mail {
  return writeMail({
    kind: 'e-mail change, new address',
    to,
    usefulSeconds: linkTtlSeconds,
    subject: 'Confirm your new e-mail address',
    paragraphs: ['Confirm this address to use it for your Tend account.'],
    action: { label: 'Confirm address', url },
    footnote: `${oneHour} ${ignore}`,
  })
}

/** To the new address of a change when it has an account, in place of the one that lets it be confirmed. */
export function takenAddressMail(to: string): Mail {
  return writeMail({
    kind: 'e-mail change, taken address',
    to,
    subject: 'This address already has an account',
    paragraphs: [
      'Someone wanted to use this address for another Tend account. It already has one of its own, so nothing has changed.',
      'If it was you, delete the account with this address, or give it another address, and try again.',
    ],
    footnote: ignore,
  })
}

/** To the address of a deleted account. */
export function accountDeletedMail(to: string): Mail {
  return writeMail({
    kind: 'account deleted',
    to,
    subject: 'Your account was deleted',
    paragraphs: [
      'Your Tend account has just been deleted, with everything that was in it.',
      'If this wasn’t you, someone else knew your password: change it wherever else you use it.',
    ],
  })
}

export type NewDevice = {
  /** In words, such as "Safari on iPhone"; undefined when it didn't say. */
  device: string | undefined
  ipAddress: string | undefined
  /** When and in which zone, in words. */
  when: string
}

/** To somebody whose account was signed in to with a new browser. */
export function newDeviceMail(
  to: string,
  { device, ipAddress, when }: NewDevice,
  url: string,
): Mail {
  return writeMail({
    kind: 'new device',
    to,
    subject: 'New sign-in to Tend',
    paragraphs: [
      'Your Tend account was signed in to from a new device or browser.',
      [device ?? 'An unknown device', ipAddress && `IP address ${ipAddress}`, when]
        .filter(Boolean)
        .join(' · '),
      'If it was you, there is nothing to do. If not, sign that device out and change your password.',
    ],
    action: { label: 'Review your sessions', url },
  })
}
