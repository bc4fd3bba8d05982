'use client'

import { resolveDateFormats } from '@tend/server/domain/dates/date-formats'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import { graphql } from '../../graphql/document.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { browserLocale } from '../../time/browser-locale.ts'
import { Button } from '../../ui/button.tsx'
import { EntrySkeleton } from '../../ui/lists/entry-list.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { ChannelFields } from './channel-fields.tsx'
import { QuietHoursFields } from './quiet-hours-fields.tsx'
import { DayTimeField, HidesTitlesField } from './reminder-fields.tsx'
import { ReminderSettingsFields } from './reminder-settings.fragment.ts'
import { SummaryFields } from './summary-fields.tsx'

const ReminderSettingsQuery = graphql(`
  query ReminderSettings {
    me {
      ...ReminderSettings
    }
  }
`)

/** How the person is reminded; each field saves itself. */
export function ReminderSettings() {
  const { data, error, refresh } = useQuery({ query: ReminderSettingsQuery })
  if (!data && !error) return <EntrySkeleton />
  if (!data?.me) {
    return (
      <Placeholder title="Your reminder settings can’t be shown right now" alert>
        <p>{error && describeError(error)}</p>
        <Button onClick={refresh}>Try again</Button>
      </Placeholder>
    )
  }
  const { reminderSettings: settings, ...person } = getFragmentData(ReminderSettingsFields, data.me)
  const formats = resolveDateFormats(person, browserLocale())
  return (
    <>
      <Section
        title="Reminders"
        hint="Reminders always show up in Tend. Choose how else they reach you."
      >
        <ChannelFields settings={settings} />
        <HidesTitlesField settings={settings} />
        <DayTimeField settings={settings} formats={formats} />
      </Section>
      <Section
        title="Quiet hours"
        hint="Reminders wait until quiet hours end, but no later than the due time. Reminders set for a fixed time still come."
      >
        <QuietHoursFields settings={settings} formats={formats} />
      </Section>
      <Section
        title="Daily summary"
        hint="An e-mail with what is overdue and for today. There is none on days without such tasks."
      >
        <SummaryFields settings={settings} formats={formats} />
      </Section>
    </>
  )
}
