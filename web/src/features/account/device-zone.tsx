import { useState } from 'react'
import { readDraft, writeDraft } from '../../model/drafts/drafts.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import styles from './device-zone.module.css'
import { modernTimeZone, nameTimeZone } from './time-zones.ts'

const draftName = 'kept-zone'

export type DeviceZoneProps = { saved: string; onUse: (timeZone: string) => void }

/**
 * Offers the device's time zone when the account has another one, because tasks are then due on other
 * days than the person thinks. Once declined, it isn't offered again for this pair.
 */
export function DeviceZone({ saved, onUse }: DeviceZoneProps) {
  const own = modernTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const pair = `${saved} ${own}`
  const [kept, setKept] = useState(() => readDraft(draftName))
  if (own === modernTimeZone(saved) || kept === pair) return null

  function keep(): void {
    writeDraft(draftName, pair)
    setKept(pair)
  }

  return (
    <div className={styles.offer} role="status">
      <p>
        This device is in {nameTimeZone(own)}, your account in {nameTimeZone(saved)}.
      </p>
      <FormActions>
        <Button onClick={() => onUse(own)}>Use {nameTimeZone(own)}</Button>
        <Button look="quiet" onClick={keep}>
          Keep {nameTimeZone(saved)}
        </Button>
      </FormActions>
    </div>
  )
}
