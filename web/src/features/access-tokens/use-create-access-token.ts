import { useClient } from 'urql'
import type { AccessTokenScope } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'

const CreateAccessToken = graphql(`
  mutation CreateAccessToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      token
      accessToken {
        id
        ...AccessTokenEntry
      }
    }
  }
`)

export type NewAccessToken = {
  name: string
  scopes: AccessTokenScope[]
  /** RFC 3339; null: never. */
  expiresAt: string | null
}

/** Creates an access token and gives it; it is stored nowhere else. Never throws. */
export function useCreateAccessToken(): (input: NewAccessToken) => Promise<Outcome<string>> {
  const client = useClient()
  return async (input) => {
    const outcome = await runMutation(client, CreateAccessToken, { input })
    return outcome.ok ? { ok: true, data: outcome.data.createAccessToken.token ?? '' } : outcome
  }
}
