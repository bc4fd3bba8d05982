'use client'

import { getFragmentData } from '../../gql/fragment-masking.ts'
import { graphql } from '../../graphql/document.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { DateFields } from './date-fields.tsx'
import { NameField } from './name-field.tsx'
import { PictureField } from './picture-field.tsx'
import { ProfileFields } from './profile.fragment.ts'
import styles from './profile.module.css'
import { ProfileSkeleton } from './profile-skeleton.tsx'
import { ThemeField } from './theme-field.tsx'
import { TimeZoneField } from './time-zone-field.tsx'

const ProfileQuery = graphql(`
  query Profile {
    me {
      ...Profile
    }
  }
`)

/** The person's profile and preferences; each field saves itself. */
export function Profile() {
  const { data, error, refresh } = useQuery({ query: ProfileQuery })
  if (!data && !error) return <ProfileSkeleton />
  if (!data?.me) {
    return (
      <Placeholder title="Your profile can’t be shown right now" alert>
        <p>{error && describeError(error)}</p>
        <Button onClick={refresh}>Try again</Button>
      </Placeholder>
    )
  }
  const profile = getFragmentData(ProfileFields, data.me)
  return (
    <>
      <Section title="You">
        <PictureField name={profile.name} saved={profile.image} />
        <NameField saved={profile.name} />
      </Section>
      <Section title="Dates and times" hint="Your time zone decides when a day starts.">
        <div className={styles.fields}>
          <TimeZoneField saved={profile.timeZone} />
          <DateFields profile={profile} />
        </div>
      </Section>
      <Section title="Appearance">
        <ThemeField />
      </Section>
    </>
  )
}
