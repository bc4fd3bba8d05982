import type { ProfileFragment } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'

/** What the profile shows of a person, and what each of its changes answers with. */
export const ProfileFields = graphql(`
  fragment Profile on User {
    id
    name
    email
    image
    timeZone
    weekStartsOn
    dateStyle
    timeStyle
    theme
  }
`)

export type ProfileData = ProfileFragment
