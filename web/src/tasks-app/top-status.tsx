import { RungMark } from '../features/reminders/rung-mark.tsx'
import { SyncMark } from '../features/shell/sync-mark.tsx'

/** What the bar above the tasks says: what has rung, and the state of the connection. */
export function TopStatus() {
  return (
    <>
      <RungMark />
      <SyncMark />
    </>
  )
}
