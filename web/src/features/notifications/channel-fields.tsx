import { useState } from 'react'
import type { ReminderChannel } from '../../gql/graphql.ts'
import { SavedCheckField } from '../../ui/fields/saved-check-field.tsx'
import type { ReminderSettingsData } from './reminder-settings.fragment.ts'
import styles from './reminder-settings.module.css'
import { useReminderSetting } from './use-reminder-setting.ts'

const channels: readonly { channel: ReminderChannel; label: string; hint?: string }[] = [
  { channel: 'MAIL', label: 'E-mail' },
  { channel: 'PUSH', label: 'Notifications', hint: 'On each device where you turned them on.' },
]

/** By which reminders come, besides the app itself; none is fine. */
export function ChannelFields({ settings }: { settings: ReminderSettingsData }) {
  const { value, state, change } = useReminderSetting('channels', settings)
  const [changed, setChanged] = useState<ReminderChannel>()
  return (
    <fieldset className={styles.checks} aria-label="Remind me by">
      {channels.map(({ channel, ...words }) => (
        <SavedCheckField
          key={channel}
          {...words}
          checked={value.includes(channel)}
          state={channel === changed ? state : { kind: 'idle' }}
          onChange={(checked) => {
            setChanged(channel)
            const others = value.filter((one) => one !== channel)
            change(checked ? [...others, channel] : others)
          }}
        />
      ))}
    </fieldset>
  )
}
