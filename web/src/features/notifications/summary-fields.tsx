import type { DateFormats } from '@tend/server/domain/dates/date-formats'
import { useState } from 'react'
import { SavedCheckField } from '../../ui/fields/saved-check-field.tsx'
import { TimeField } from '../../ui/fields/time-field.tsx'
import type { ReminderSettingsData } from './reminder-settings.fragment.ts'
import styles from './reminder-settings.module.css'
import { useReminderSetting } from './use-reminder-setting.ts'

export type SummaryFieldsProps = { settings: ReminderSettingsData; formats: DateFormats }

const usual = '08:00'

/** Whether the summary of a day comes, and when. */
export function SummaryFields({ settings, formats }: SummaryFieldsProps) {
  const { value, state, change } = useReminderSetting('summaryTime', settings)
  const [changed, setChanged] = useState<'all' | 'time'>()
  return (
    <>
      <SavedCheckField
        label="Send a daily summary"
        checked={value !== null}
        state={changed === 'all' ? state : { kind: 'idle' }}
        onChange={(checked) => {
          setChanged('all')
          change(checked ? usual : null)
        }}
      />
      {value !== null && (
        <div className={styles.times}>
          <TimeField
            label="Send at"
            value={value}
            formats={formats}
            state={changed === 'time' ? state : { kind: 'idle' }}
            onChange={(time) => {
              setChanged('time')
              change(time)
            }}
          />
        </div>
      )}
    </>
  )
}
