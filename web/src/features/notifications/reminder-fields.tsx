import type { DateFormats } from '@tend/server/domain/dates/date-formats'
import { SavedCheckField } from '../../ui/fields/saved-check-field.tsx'
import { TimeField } from '../../ui/fields/time-field.tsx'
import type { ReminderSettingsData } from './reminder-settings.fragment.ts'
import styles from './reminder-settings.module.css'
import { useReminderSetting } from './use-reminder-setting.ts'

type Settings = { settings: ReminderSettingsData }

/** Whether those who see a lock screen read what the tasks are. */
export function HidesTitlesField({ settings }: Settings) {
  const { value, state, change } = useReminderSetting('hidesTitles', settings)
  return (
    <SavedCheckField
      label="Hide task titles"
      hint="In e-mails and notifications, for example on a lock screen."
      checked={value}
      state={state}
      onChange={change}
    />
  )
}

/** When a day without a time counts as due. */
export function DayTimeField({ settings, formats }: Settings & { formats: DateFormats }) {
  const { value, state, change } = useReminderSetting('dayTime', settings)
  return (
    <div className={styles.times}>
      <TimeField
        label="Tasks without a time"
        hint="Their reminders count from this time."
        value={value}
        formats={formats}
        state={state}
        onChange={change}
      />
    </div>
  )
}
