import { formatDay, formatTime, formatWeekday } from '@tend/server/domain/dates/format-date'
import { dayIn } from '../../time/calendar.ts'
import type { UserClock } from '../../time/due-words.ts'
import styles from './repeat-form.module.css'
import type { RepeatChoice } from './use-repeat-choice.ts'

/** The chosen repeat as a sentence, and its next days. */
export function RepeatPreview({ choice, clock }: { choice: RepeatChoice; clock: UserClock }) {
  const { gap, sentence, days, meant } = choice
  const today = dayIn(clock.timeZone, clock.now)
  const time = meant?.time && `, ${formatTime(meant.time.at, clock.formats)}`
  return (
    <div className={styles.preview} role="status">
      <p className={styles.sentence}>{gap ?? `Repeats ${sentence}${time ?? ''}`}</p>
      {days.length > 0 && (
        <ol className={styles.days} aria-label="The next dates">
          {days.map((next) => (
            <li key={next}>
              {formatWeekday(next, 'short')} {formatDay(next, today, clock.formats)}
            </li>
          ))}
        </ol>
      )}
      {!gap && days.length === 0 && <p>No dates. Choose a later end.</p>}
    </div>
  )
}
