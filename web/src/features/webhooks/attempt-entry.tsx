import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { ChevronIcon } from '../../ui/marks/icons.tsx'
import { describeInstant, describePast, type InstantStyle } from '../../ui/time-words.ts'
import type { AttemptData } from './webhook.query.ts'
import { describeProblem } from './webhook-words.ts'
import styles from './webhooks.module.css'

export type AttemptEntryProps = {
  attempt: AttemptData
  style: InstantStyle
  startsOpen: boolean
  onResend: () => void
  onReplay: () => void
}

/** One attempt: whether it arrived and when; unfolded, what was answered, and how to send it again. */
export function AttemptEntry({
  attempt,
  style,
  startsOpen,
  onResend,
  onReplay,
}: AttemptEntryProps) {
  const { at, eventId, isTest, byHand, arrived, status, problem, answer, durationMs } = attempt
  // What somebody has looked into stays open when a newer one comes.
  const [chosen, setChosen] = useState<boolean>()
  const open = chosen ?? startsOpen
  return (
    <li className={styles.attempt}>
      <details
        open={open}
        onFocus={() => setChosen(open)}
        onToggle={({ currentTarget }) => currentTarget.open !== open && setChosen(!open)}
      >
        <summary className={styles.summary}>
          <ChevronIcon className={styles.sign} />
          <span className={arrived ? styles.outcome : styles.trouble}>
            {arrived ? 'Delivered' : `Failed: ${describeProblem(problem ?? '')}`}
          </span>
          <span className={styles.quiet}>
            {isTest ? 'Test, ' : byHand ? 'Sent again, ' : ''}
            {describePast(at, style)}
          </span>
        </summary>
        <div className={styles.details}>
          <dl className={styles.facts}>
            <dt>Event</dt>
            <dd>
              <code>{eventId}</code>
            </dd>
            <dt>Sent</dt>
            <dd>{describeInstant(at, style)}</dd>
            <dt>Answer</dt>
            <dd>
              {status ?? 'None'} after {describeDuration(durationMs)}
            </dd>
          </dl>
          {answer && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
            <pre className={styles.answer} tabIndex={0}>
              {answer}
            </pre>
          )}
          {!isTest && (
            <>
              <FormActions>
                <Button onClick={onResend}>Send again</Button>
                <Button onClick={onReplay}>Send again from here</Button>
              </FormActions>
              <p className={styles.quiet}>
                From here: this event and all that came after it, in order.
              </p>
            </>
          )}
        </div>
      </details>
    </li>
  )
}

function describeDuration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${milliseconds} ms`
  return `${(milliseconds / 1_000).toFixed(1)} s`
}
