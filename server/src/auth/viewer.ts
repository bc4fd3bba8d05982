/** What a caller may do: `tasks:write` covers every change to the person's own things. */
export type Scope = 'tasks:read' | 'tasks:write' | 'account:read'

/** Who is asking. Everything behind the door knows this and no token. */
export interface Viewer {
  userId: string
  sessionId: string
  scopes: ReadonlySet<Scope>
}

/** A person's own session may do everything. */
export const sessionScopes: ReadonlySet<Scope> = new Set([
  'tasks:read',
  'tasks:write',
  'account:read',
])
