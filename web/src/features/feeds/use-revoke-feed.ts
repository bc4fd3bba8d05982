import { useClient } from 'urql'
import { graphql } from '../../graphql/document.ts'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'

const RevokeFeed = graphql(`
  mutation RevokeFeed($input: RevokeFeedInput!) {
    revokeFeed(input: $input) {
      feed {
        id
      }
    }
  }
`)

/** Revokes a calendar address for good. Never throws. */
export function useRevokeFeed(): (id: string) => Promise<Outcome<unknown>> {
  const client = useClient()
  return (id) => runMutation(client, RevokeFeed, { input: { id } })
}
