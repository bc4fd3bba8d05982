import type { SyncState } from '../../graphql/sync-status.ts'

export type SyncTone = 'calm' | 'busy' | 'trouble'

/** The word for the state of the connection to the API; the worst comes first. */
export function describeSync(
  { pending, saved, trouble }: SyncState,
  online: boolean,
): { tone: SyncTone; text: string } {
  if (!online) return { tone: 'trouble', text: `Offline${describeWaiting(pending)}` }
  if (trouble) return { tone: 'trouble', text: `Trouble reaching Tend${describeWaiting(pending)}` }
  if (pending > 0) return { tone: 'busy', text: 'Saving…' }
  return { tone: 'calm', text: saved ? 'Saved' : '' }
}

function describeWaiting(pending: number): string {
  if (pending === 0) return ''
  return pending === 1 ? ', 1 change waiting' : `, ${pending} changes waiting`
}
