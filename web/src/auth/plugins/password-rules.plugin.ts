import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { isBreachedPassword } from '../breached-passwords.ts'
import { findPasswordProblem, type PasswordOwner } from '../rules/password-rules.ts'
import { isPasswordLength } from '../rules/profile-rules.ts'

const fields: Record<string, 'password' | 'newPassword'> = {
  '/sign-up/email': 'password',
  '/reset-password': 'newPassword',
  '/change-password': 'newPassword',
}

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** Refuses passwords that are easily guessed, or known to have leaked, wherever one is chosen. */
export function refuseWeakPasswords({ breachCheckUrl }: { breachCheckUrl?: string | undefined }) {
  return {
    id: 'tend-password-rules',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path !== undefined && path in fields,
          handler: createAuthMiddleware(async (context) => {
            const password = context.body?.[fields[context.path] ?? '']
            // Better Auth refuses other lengths itself, and a text of any length must not be processed.
            if (typeof password !== 'string' || !isPasswordLength(password)) return
            const problem = findPasswordProblem(password, await findOwner(context))
            if (problem) throw refusal(problem)
            if (breachCheckUrl && (await isBreachedPassword(password, breachCheckUrl))) {
              throw refusal('This password is known from a leak elsewhere. Choose another one.')
            }
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

async function findOwner(context: Context): Promise<PasswordOwner> {
  if (context.path === '/sign-up/email') return context.body
  if (context.path === '/change-password') return (await getSessionFromCtx(context))?.user ?? {}
  const token = context.body?.token ?? context.query?.token
  const { internalAdapter } = context.context
  const link = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  return (link && (await internalAdapter.findUserById(link.value))) ?? {}
}

function refusal(message: string): APIError {
  return new APIError('BAD_REQUEST', { code: 'PASSWORD_REFUSED', message })
}
