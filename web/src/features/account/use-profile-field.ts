import { useRef, useState } from 'react'
import { useClient } from 'urql'
import type { ProfileFragment, UpdateMeInput } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'
import { runMutation } from '../../graphql/run-mutation.ts'
import type { SaveState } from '../../ui/fields/saved-mark.tsx'

const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateMeInput!) {
    updateMe(input: $input) {
      user {
        ...Profile
      }
    }
  }
`)

type Field = Exclude<keyof ProfileFragment & keyof UpdateMeInput, symbol>

export type ProfileField<Value> = {
  /** What was chosen, also while it is being saved and when that failed; else what is saved. */
  value: Value
  state: SaveState
  /** Saves a choice. Choices made quickly one after the other are saved in their order. Never throws. */
  change: (value: Value) => void
}

/** One field of the profile that saves itself. */
export function useProfileField<Name extends Field>(
  field: Name,
  saved: ProfileFragment[Name],
): ProfileField<ProfileFragment[Name]> {
  const client = useClient()
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const [draft, setDraft] = useState<{ value: ProfileFragment[Name] } | undefined>()
  const queue = useRef(Promise.resolve())

  function change(value: ProfileFragment[Name]): void {
    const own = { value }
    setDraft(own)
    setState({ kind: 'saving' })
    queue.current = queue.current.then(async () => {
      const outcome = await runMutation(client, UpdateProfile, { input: { [field]: value } })
      setDraft((newest) => {
        // A later choice takes precedence.
        if (newest !== own) return newest
        setState(outcome.ok ? { kind: 'saved' } : { kind: 'failed', message: outcome.message })
        return outcome.ok ? undefined : own
      })
    })
  }
  return { value: draft ? draft.value : saved, state, change }
}
