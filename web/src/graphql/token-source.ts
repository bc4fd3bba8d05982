export type TokenSource = {
  /** The current token; undefined before the first renewal. */
  peek(): string | undefined
  /** Whether a new token should be fetched before the next request. */
  isDue(): boolean
  /**
   * Gets a new token; callers at the same time share one request.
   *
   * @throws SessionEndedError when the page's person isn't signed in any more, TokenUnavailableError when it can't
   * be known.
   */
  renew(): Promise<string>
}

export type TokenSourceSettings = {
  fetch: typeof globalThis.fetch
  /** The first answer, when it was asked for before. */
  early?: Promise<Response> | undefined
  /** A clock that only goes forward, in milliseconds. */
  now: () => number
}

/** The page's person isn't signed in: the cookie is missing, its session has ended, or is another's. */
export class SessionEndedError extends Error {
  override name = 'SessionEndedError'

  /** Whether somebody else is signed in. */
  readonly isOther: boolean

  constructor(isOther: boolean) {
    super('The session has ended: sign in again.')
    this.isOther = isOther
  }
}

/** The web app didn't answer, or not as it should; trying again later is right. */
export class TokenUnavailableError extends Error {
  override name = 'TokenUnavailableError'
}

/**
 * Where the web app turns a session into an API token. It gives one only for the page's
 * person, so that what was done here is never sent as somebody who signed in afterwards.
 */
export const tokenEndpoint = '/api/auth/token?person='
const renewBeforeEndMs = 60_000

/**
 * Turns the session cookie into API tokens and holds the newest in memory, nowhere else.
 *
 * A token's life is measured from when it arrived, so a wrong clock on this machine does no harm; it
 * counts as due a minute before its end, or after nine tenths of a life shorter than ten minutes.
 */
export function createTokenSource({ fetch, early, now }: TokenSourceSettings): TokenSource {
  let token: string | undefined
  let dueAt = 0
  let renewal: Promise<string> | undefined
  let asked = early

  async function requestToken(): Promise<string> {
    const answering =
      asked ??
      fetch(tokenEndpoint + (globalThis.tendPerson ?? ''), {
        cache: 'no-store',
        credentials: 'same-origin',
      })
    asked = undefined
    const answer = await answering.catch((cause) => {
      throw new TokenUnavailableError(`GET ${tokenEndpoint} failed before an answer came.`, {
        cause,
      })
    })
    if (answer.status === 401 || answer.status === 409) {
      token = undefined
      throw new SessionEndedError(answer.status === 409)
    }
    const next = answer.ok ? readToken(await answer.json().catch(() => undefined)) : undefined
    if (!next) throw new TokenUnavailableError(`GET ${tokenEndpoint} answered ${answer.status}.`)
    token = next.token
    dueAt = now() + next.lifeMs - dueMargin(next.lifeMs)
    return token
  }

  return {
    peek: () => token,
    isDue: () => token === undefined || now() >= dueAt,
    renew() {
      renewal ??= requestToken().finally(() => {
        renewal = undefined
      })
      return renewal
    },
  }
}

function dueMargin(lifeMs: number): number {
  return Math.min(renewBeforeEndMs, lifeMs / 10)
}

function readToken(body: unknown): { token: string; lifeMs: number } | undefined {
  if (typeof body !== 'object' || body === null || !('token' in body)) return undefined
  if (typeof body.token !== 'string') return undefined
  try {
    // The payload of a JWT, RFC 7519 section 3; its times are whole seconds.
    const payload = body.token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''
    const { iat, exp } = JSON.parse(atob(payload))
    if (typeof iat !== 'number' || typeof exp !== 'number') return undefined
    return { token: body.token, lifeMs: (exp - iat) * 1_000 }
  } catch {
    return undefined
  }
}
