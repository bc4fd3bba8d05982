import { type BetterAuthPlugin, getAuthStateVerificationIdentifier } from 'better-auth'
import {
  APIError,
  addOAuthServerContext,
  createAuthMiddleware,
  getOAuthState,
  getSessionFromCtx,
} from 'better-auth/api'
import type { WebConfig } from '../../env.ts'
import { listProviders, type ProviderId } from '../providers.ts'

const knownFields = new Set([
  'provider',
  'callbackURL',
  'errorCallbackURL',
  'newUserCallbackURL',
  'disableRedirect',
  'timeZone',
])

/**
 * What must hold on the way to a provider and back, beyond what Better Auth checks. It comes after the
 * plugin that finds the OpenID Connect provider's endpoints.
 */
export function guardProviders(config: WebConfig) {
  const ids = listProviders(config).map(({ id }) => id)
  return {
    id: 'tend-provider-guard',
    init: () => ({
      options: {
        user: { validateUserInfo: refuseUnverified },
        account: {
          accountLinking: {
            // A signed-in person may connect any of their accounts. `refuseUnverified` says what must be
            // verified when nobody is signed in; here the address must be, by default.
            allowDifferentEmails: true,
            trustedProviders: ids as string[],
          },
        },
      },
    }),
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/sign-in/social' || path === '/link-social',
          handler: createAuthMiddleware(async (context) => {
            const { provider } = readKnownFields(context.body)
            const id = ids.find((one) => one === provider)
            if (id) requireReachable(id, context, config)
            if (context.path === '/link-social') await requireMayConnect(context)
            await addOAuthServerContext({ provider })
          }),
        },
        {
          matcher: ({ path }) => path === '/callback/:id',
          handler: createAuthMiddleware(async ({ params, query, context, redirect }) => {
            const state: unknown = query?.state
            if (typeof state !== 'string') return
            const kept = await context.internalAdapter.findVerificationValue(
              getAuthStateVerificationIdentifier(state),
            )
            if (!kept || readProvider(kept.value) === params?.id) return
            // Mix-up (RFC 9700, section 4.4): the answer to one provider's question came to another's address.
            throw redirect('/login?error=state_mismatch')
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

/** Keeps only the few fields that Tend uses; Better Auth would also take an ID token from anywhere. */
function readKnownFields(body: Record<string, unknown> = {}): Record<string, unknown> {
  const unknown = Object.keys(body).find((name) => !knownFields.has(name))
  if (!unknown) return body
  throw new APIError('BAD_REQUEST', {
    code: 'UNKNOWN_FIELD',
    message: `${unknown} is not among what may be sent: ${[...knownFields].join(', ')}.`,
  })
}

type Context = Parameters<typeof getSessionFromCtx>[0]

/**
 * The provider's endpoints were found, and it is the one that was configured (OpenID Connect
 * Discovery 1.0, section 4.3).
 */
function requireReachable(id: ProviderId, { context }: Context, { oidc }: WebConfig): void {
  const provider = context.socialProviders.find((one) => one.id === id)
  const [found, expected] = [provider?.issuer, oidc?.issuer]
  const isOther = id === 'oidc' && withoutSlash(found) !== withoutSlash(expected)
  if (provider && !isOther) return
  if (provider) {
    context.logger.error(
      `OIDC_ISSUER is ${expected}, but the provider there is ${found}: set that.`,
    )
  }
  throw new APIError('SERVICE_UNAVAILABLE', {
    code: 'PROVIDER_UNREACHABLE',
    message: 'The provider can’t be reached right now.',
  })
}

function withoutSlash(issuer: string | undefined): string | undefined {
  return issuer?.replace(/\/$/, '')
}

/**
 * Otherwise somebody who signed up with another's address, or found a device that is signed in, could keep
 * access beside the owner. How fresh a session must be is Better Auth's rule for disconnecting.
 */
async function requireMayConnect(context: Context): Promise<void> {
  const found = await getSessionFromCtx(context)
  if (!found) return
  const ageMs = Date.now() - new Date(found.session.createdAt).getTime()
  if (ageMs >= context.context.sessionConfig.freshAge * 1_000)
    throw new APIError('FORBIDDEN', {
      code: 'SESSION_NOT_FRESH',
      message: 'Sign in again, then connect other ways to sign in.',
    })
  if (found.user.emailVerified) return
  throw new APIError('FORBIDDEN', {
    code: 'EMAIL_NOT_VERIFIED',
    message: 'Confirm your e-mail address first, then connect other ways to sign in.',
  })
}

type ProvidedUser = {
  user: { emailVerified?: boolean | undefined }
  source: { method: string; action: string }
}

/** Accounts are created or connected only for an address that the provider has verified. */
async function refuseUnverified({ user, source }: ProvidedUser) {
  if (source.method !== 'oauth' || source.action === 'sign-in' || user.emailVerified) return
  const connects = (await getOAuthState())?.link !== undefined
  return connects ? undefined : { error: 'email_not_verified' }
}

function readProvider(state: string): unknown {
  const { serverContext } = JSON.parse(state) as { serverContext?: { provider?: unknown } }
  return serverContext?.provider
}
