/**
 * What a caller may do: `tasks:write` covers every change to the person's own things, and
 * `account:manage` their sessions and access tokens.
 */
export type Scope = TokenScope | 'account:manage'

/** What an access token can be given. `account:manage` is not among them: none can make another. */
export type TokenScope = (typeof tokenScopes)[number]

export const tokenScopes = ['tasks:read', 'tasks:write', 'account:read'] as const

/** Who is asking. Everything behind authentication knows this and no token. */
export type Viewer = {
  userId: string
  /** The session or access token they came with. */
  via: { kind: 'session' | 'token'; id: string }
  scopes: ReadonlySet<Scope>
  /** When their access token stops working; undefined when it never does, and for sessions. */
  tokenExpiresAt?: string | undefined
}

/** A person's own session may do everything. */
export const sessionScopes: ReadonlySet<Scope> = new Set([...tokenScopes, 'account:manage'])

/** As the log names who made a change: `session:<id>` or `token:<id>`. */
export function actorOf({ via }: Viewer): string {
  return `${via.kind}:${via.id}`
}
