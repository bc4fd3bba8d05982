import type { ProfileFragment } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'

/** The fields of a person that the profile shows, and that each of its mutations returns. */
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
