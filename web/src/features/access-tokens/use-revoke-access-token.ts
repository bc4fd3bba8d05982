import { useClient } from 'urql'
import { graphql } from '../../graphql/document.ts'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'

const RevokeAccessToken = graphql(`
  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {
    revokeAccessToken(input: $input) {
      accessToken {
        id
      }
    }
  }
`)

/** Revokes an access token for good. Never throws. */
export function useRevokeAccessToken(): (id: string) => Promise<Outcome<unknown>> {
  const client = useClient()
  return (id) => runMutation(client, RevokeAccessToken, { input: { id } })
}
