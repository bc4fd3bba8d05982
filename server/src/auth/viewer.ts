/**
 * What a caller may do: `tasks:write` covers every change to the person's own things, and
 * `account:manage` their sessions and access tokens.
 */
export type Scope = TokenScope | 'account:manage'

/** The scopes of access tokens. `account:manage` isn't one of them: no token can create another. */
export type TokenScope = (typeof tokenScopes)[number]

export const tokenScopes = ['tasks:read', 'tasks:write', 'account:read'] as const

/** The person who sends the request. Everything after authentication knows only this and no token. */
export type Viewer = {
  userId: string
  /** The session or access token that they use. */
  via: { kind: 'session' | 'token'; id: string }
  scopes: ReadonlySet<Scope>
  /** When their access token expires; undefined if it never does, and for sessions. */
  tokenExpiresAt?: string | undefined
}

/** A person's own session may do everything. */
export const sessionScopes: ReadonlySet<Scope> = new Set([...tokenScopes, 'account:manage'])

/** The name in the log of whoever made a change: `session:<id>` or `token:<id>`. */
export function actorOf({ via }: Viewer): string {
  return `${via.kind}:${via.id}`
}
