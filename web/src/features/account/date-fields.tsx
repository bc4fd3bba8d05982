'use client'

import { resolveDateFormats } from '@tend/server/domain/dates/date-formats'
import { formatDay, formatTime } from '@tend/server/domain/dates/format-date'
import {
  type DatePreferences,
  dateStyles,
  timeStyles,
  weekStarts,
} from '@tend/server/domain/preferences'
import { browserLocale } from '../../time/browser-locale.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'
import type { ProfileData } from './profile.fragment.ts'
import { useProfileField } from './use-profile-field.ts'

type Field = 'weekStartsOn' | 'dateStyle' | 'timeStyle'

const fields: { [Name in Field]: { label: string; values: readonly ProfileData[Name][] } } = {
  weekStartsOn: { label: 'Weeks begin on', values: weekStarts },
  dateStyle: { label: 'Dates', values: dateStyles },
  timeStyle: { label: 'Times', values: timeStyles },
}

/** How dates and times look; each choice is shown by an example. */
export function DateFields({ profile }: { profile: ProfileData }) {
  return (Object.keys(fields) as Field[]).map((field) => (
    <DateField key={field} field={field} profile={profile} />
  ))
}

function DateField<Name extends Field>({ field, profile }: { field: Name; profile: ProfileData }) {
  const { value, state, change } = useProfileField(field, profile[field])
  const { label, values } = fields[field]
  return (
    <SelectField
      label={label}
      value={value}
      options={values.map((one) => ({
        value: one,
        label: one === 'AUTO' ? `Automatic (${showExample(field, one)})` : showExample(field, one),
      }))}
      state={state}
      onChange={change}
    />
  )
}

const auto: DatePreferences = { weekStartsOn: 'AUTO', dateStyle: 'AUTO', timeStyle: 'AUTO' }
const weekdays = { MONDAY: 'Monday', SATURDAY: 'Saturday', SUNDAY: 'Sunday' } as const
// The day, month and year can't be confused, and the hour is past noon.
const example = { day: '2026-12-31', otherYear: '2025-01-01', time: '14:30' } as const

function showExample(field: Field, value: string): string {
  const formats = resolveDateFormats({ ...auto, [field]: value }, browserLocale())
  if (field === 'weekStartsOn') return weekdays[formats.weekStartsOn]
  if (field === 'timeStyle') return formatTime(example.time, formats)
  return formatDay(example.day, example.otherYear, formats)
}
