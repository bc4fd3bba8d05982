import { useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import type { PushOffer } from '../../installed/push-offer.ts'
import { turnOnPush } from '../../installed/turn-on-push.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import styles from './push-question.module.css'

export type PushQuestionProps = { offer: PushOffer; onClose: () => void }

/** Offers notifications on this device to somebody who has just set a reminder, or says what is in their way. */
export function PushQuestion({ offer, onClose }: PushQuestionProps) {
  const client = useClient()
  const box = useRef<HTMLDivElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState(offer === 'ask' ? undefined : offer.tell)

  // What had the focus has gone; a key that was meant for it presses nothing here.
  useEffect(() => box.current?.focus(), [])

  async function turnOn(): Promise<void> {
    setBusy(true)
    const found = await turnOnPush(client)
    setBusy(false)
    if (found) return setProblem(found)
    showToast({ text: 'Notifications are on for this device.' })
    onClose()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div
      ref={box}
      className={styles.box}
      role="group"
      tabIndex={-1}
      aria-label={problem ? 'About notifications' : 'Notify this device too?'}
    >
      {problem ? (
        <p role="status">{problem}</p>
      ) : (
        <>
          <p className={styles.title}>Notify this device too?</p>
          <p>Reminders then reach you here even when Tend isn’t open.</p>
        </>
      )}
      <div className={styles.actions}>
        {!problem && (
          <Button look="primary" disabled={isBusy} onClick={() => void turnOn()}>
            Turn on
          </Button>
        )}
        <Button onClick={onClose}>{problem ? 'OK' : 'Not now'}</Button>
      </div>
    </div>
  )
}
