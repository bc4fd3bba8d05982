import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth'
import {
  APIError,
  addOAuthServerContext,
  createAuthMiddleware,
  getOAuthState,
} from 'better-auth/api'
import { identifyInvitation, isGoodInvitation } from '../invitations.ts'
import {
  invitationHeader,
  type SignUpMode,
  type SignUpRefusal,
  signUpRefusals,
} from '../rules/sign-up-mode.ts'

/**
 * Lets only people create an account who may, in whichever way: it is checked where people are inserted
 * into the table. An invitation is used up there, in the same transaction, so that of two at
 * once one gets in, and somebody refused for another reason can use it again.
 *
 * `closed` has no exception, not for the first account either: somebody who finds an empty
 * installation before its owner would take it over.
 */
export function guardSignUp(mode: Exclude<SignUpMode, 'open'>) {
  return {
    id: 'tend-sign-up-gate',
    init: () => ({
      options: {
        databaseHooks: {
          user: {
            create: {
              before: async (_user: unknown, context: GenericEndpointContext | null) => {
                if (mode === 'closed' || !context) throw refusal('SIGN_UP_CLOSED')
                await useInvitation(context)
              },
            },
          },
        },
      },
    }),
    hooks: {
      before: [
        {
          // Once more, in words, before anything else is asked: where addresses have to be confirmed,
          // a refusal later on would be answered as if all were well.
          matcher: ({ path }) => path === '/sign-up/email',
          handler: createAuthMiddleware(async ({ headers, context }) => {
            if (mode === 'closed') throw refusal('SIGN_UP_CLOSED')
            if (await isGoodInvitation(headers?.get(invitationHeader), context)) return
            throw refusal('INVITATION_NEEDED')
          }),
        },
        {
          // It has to come back from the provider, where nobody can change it.
          matcher: ({ path }) => path === '/sign-in/social',
          handler: createAuthMiddleware(async ({ headers }) => {
            const invitation = headers?.get(invitationHeader)
            if (invitation)
              await addOAuthServerContext({ invitation: identifyInvitation(invitation) })
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

async function useInvitation({ headers, context }: GenericEndpointContext): Promise<void> {
  const brought = headers?.get(invitationHeader)
  const identifier = brought
    ? identifyInvitation(brought)
    : (await getOAuthState())?.serverContext?.invitation
  const used =
    typeof identifier === 'string' &&
    (await context.internalAdapter.consumeVerificationValue(identifier))
  if (!used) throw refusal('INVITATION_NEEDED')
}

function refusal(code: SignUpRefusal): APIError {
  return new APIError('FORBIDDEN', { code, message: signUpRefusals[code] })
}
