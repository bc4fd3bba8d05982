import { useClient } from 'urql'
import { graphql } from '../../graphql/document.ts'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'

const CreateFeed = graphql(`
  mutation CreateFeed($input: CreateFeedInput!) {
    createFeed(input: $input) {
      address
      feed {
        id
        ...FeedEntry
      }
    }
  }
`)

export type NewFeed = {
  name: string
  /** Null: everything with a day. */
  viewId: string | null
}

/** Creates a calendar address and gives it; it is stored nowhere else. Never throws. */
export function useCreateFeed(): (input: NewFeed) => Promise<Outcome<string>> {
  const client = useClient()
  return async (input) => {
    const outcome = await runMutation(client, CreateFeed, { input })
    return outcome.ok ? { ok: true, data: outcome.data.createFeed.address ?? '' } : outcome
  }
}
