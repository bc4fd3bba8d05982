/**
 * What opens an account, or a part of it, for longer than a session, by its table: its owner is told of each new
 * one, and a new password by a mailed link revokes all of them. Each has `user_id`, `created_at` and `revoked_at`.
 */
export const lastingAccess = ['access_token', 'feed', 'webhook'] as const

export type LastingAccess = (typeof lastingAccess)[number]
