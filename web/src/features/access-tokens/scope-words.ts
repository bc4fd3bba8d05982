import type { AccessTokenScope } from '../../gql/graphql.ts'

/** What a token may do, in words; in the order in which it is asked for and shown. */
export const scopeWords: Readonly<Record<AccessTokenScope, string>> = {
  TASKS_READ: 'Read your tasks',
  TASKS_WRITE: 'Change your tasks',
  ACCOUNT_READ: 'See your name and e-mail',
}

export const scopes = Object.keys(scopeWords) as AccessTokenScope[]
