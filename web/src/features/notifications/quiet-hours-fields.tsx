import type { DateFormats } from '@tend/server/domain/dates/date-formats'
import { useState } from 'react'
import { SavedCheckField } from '../../ui/fields/saved-check-field.tsx'
import type { SaveState } from '../../ui/fields/saved-mark.tsx'
import { TimeField } from '../../ui/fields/time-field.tsx'
import type { ReminderSettingsData } from './reminder-settings.fragment.ts'
import styles from './reminder-settings.module.css'
import { useReminderSetting } from './use-reminder-setting.ts'

export type QuietHoursFieldsProps = { settings: ReminderSettingsData; formats: DateFormats }

type End = 'from' | 'until'

const usual = { from: '22:00', until: '07:00' }
const ends: readonly { end: End; other: End; label: string }[] = [
  { end: 'from', other: 'until', label: 'From' },
  { end: 'until', other: 'from', label: 'Until' },
]

/** Whether there are quiet hours, and which; both ends are saved together. */
export function QuietHoursFields({ settings, formats }: QuietHoursFieldsProps) {
  const { value, state, change } = useReminderSetting('quietHours', settings)
  const [changed, setChanged] = useState<End | 'all'>()
  const stateOf = (field: End | 'all'): SaveState => (field === changed ? state : { kind: 'idle' })
  return (
    <>
      <SavedCheckField
        label="Use quiet hours"
        checked={value !== null}
        state={stateOf('all')}
        onChange={(checked) => {
          setChanged('all')
          change(checked ? usual : null)
        }}
      />
      {value && (
        <div className={styles.times}>
          {ends.map(({ end, other, label }) => (
            <TimeField
              key={end}
              label={label}
              value={value[end]}
              formats={formats}
              state={stateOf(end)}
              findProblem={(time) =>
                time === value[other]
                  ? 'Quiet hours must begin and end at different times.'
                  : undefined
              }
              onChange={(time) => {
                setChanged(end)
                change({ ...value, [end]: time })
              }}
            />
          ))}
        </div>
      )}
    </>
  )
}
