import type { AccessTokenEntryFragment } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'

export const AccessTokensQuery = graphql(`
  query AccessTokens {
    me {
      id
      timeZone
      weekStartsOn
      dateStyle
      timeStyle
    }
    accessTokens {
      id
      ...AccessTokenEntry
    }
  }
`)

/** The fields of a token that the settings show. */
export const AccessTokenEntryFields = graphql(`
  fragment AccessTokenEntry on AccessToken {
    id
    name
    scopes
    expiresAt
    lastUsedAt
  }
`)

export type AccessTokenData = AccessTokenEntryFragment
