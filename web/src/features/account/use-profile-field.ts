import { useClient } from 'urql'
import type { ProfileFragment, UpdateMeInput } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'
import { runMutation } from '../../graphql/run-mutation.ts'
import { type SavedValue, useSavedValue } from '../../ui/fields/use-saved-value.ts'

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

/** One field of the profile that saves itself. */
export function useProfileField<Name extends Field>(
  field: Name,
  saved: ProfileFragment[Name],
): SavedValue<ProfileFragment[Name]> {
  const client = useClient()
  return useSavedValue(saved, (value) =>
    runMutation(client, UpdateProfile, { input: { [field]: value } }),
  )
}
