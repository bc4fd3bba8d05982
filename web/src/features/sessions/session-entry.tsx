import { Button } from '../../ui/button.tsx'
import { Entry, EntryLine } from '../../ui/lists/entry-list.tsx'
import { describeInstant, describePast, type InstantStyle } from '../../ui/time-words.ts'
import type { SessionData } from './sessions.query.ts'

export type SessionEntryProps = {
  session: SessionData
  /** Whether it began on a device that was recently new to the account. */
  isNew: boolean
  style: InstantStyle
  /** Called with the name of the device. */
  onEnd: (device: string) => void
}

/** Where and since when somebody is signed in. */
export function SessionEntry({ session, isNew, style, onEnd }: SessionEntryProps) {
  const { isCurrent, lastActiveAt, createdAt, ipAddress } = session
  const device = session.device ?? 'Unknown device'
  const seen = `${describeInstant(createdAt, style)}`
  return (
    <Entry
      title={device}
      mark={isCurrent ? 'This device' : isNew ? 'New' : undefined}
      action={
        !isCurrent && (
          <Button
            aria-label={`Sign out: ${device}, signed in ${seen}`}
            onClick={() => onEnd(device)}
          >
            Sign out
          </Button>
        )
      }
    >
      <EntryLine
        parts={[
          isCurrent ? 'Active now' : `Active ${describePast(lastActiveAt, style)}`,
          `Signed in ${seen}`,
          ipAddress,
        ]}
      />
    </Entry>
  )
}
