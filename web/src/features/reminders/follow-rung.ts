import type { Client } from '@urql/core'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import type { RungRemindersQuery } from '../../gql/graphql.ts'
import { describeError } from '../../graphql/error-text.ts'
import { TaskFields } from '../../model/documents/fields.ts'
import { onReminderChange } from '../../model/reminders/reminder-changes.ts'
import { RungReminders } from './rung.query.ts'
import { rungStore } from './rung.store.ts'
import { findPauseMs, nothingKnown, type RungAnswer, type RungReminder } from './rung-state.ts'

const burstMs = 700
/** Coming back to the page within this time asks nothing. */
const freshMs = 20_000
/** Timers can't be set for longer than 24 days, and a machine may sleep. */
const longestTimerMs = 3_600_000

export type RungEvents = {
  /** Something rang since it was last asked. */
  onRing: (rung: RungReminder[]) => void
  /** While the page is open, somebody who had no reminder to come got one. */
  onFirst: () => void
}

/**
 * Keeps what has rung current: asks at first, at the instant of the next reminder, after changes of
 * reminders, and when somebody comes back to the page. A hidden page asks nothing. Gives what ends it.
 */
export function followRung(client: Client, { onRing, onFirst }: RungEvents): () => void {
  let newest = 0
  let askedAt = 0
  let tries = 0
  let nextAt: string | null = null
  let isKnown = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const listening = new AbortController()
  const { signal } = listening

  async function ask(): Promise<void> {
    clearTimeout(timer)
    askedAt = document.hidden ? 0 : Date.now()
    if (document.hidden) return
    newest = rungStore.beginAsk()
    const mine = newest
    const { data, error } = await client
      .query(RungReminders, {}, { requestPolicy: 'network-only' })
      .toPromise()
    if (signal.aborted || mine !== newest) return
    if (data) {
      const answer = toAnswer(data)
      if (nextAt === null && answer.nextAt !== null && isKnown) onFirst()
      nextAt = answer.nextAt
      isKnown = true
      const fresh = rungStore.receive(answer)
      if (fresh.length > 0) onRing(fresh)
    } else rungStore.fail(error ? describeError(error) : '')
    wait()
  }

  function wait(): void {
    const isPast = nextAt !== null && Date.parse(nextAt) <= Date.now()
    const pauseMs = findPauseMs(nextAt, Date.now(), tries)
    tries = isPast ? tries + 1 : 0
    if (pauseMs === undefined) return
    const isLong = pauseMs > longestTimerMs
    timer = setTimeout(() => (isLong ? wait() : void ask()), Math.min(pauseMs, longestTimerMs))
  }

  function askSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), burstMs)
  }

  rungStore.begin(() => void ask())
  askSoon()
  const stop = onReminderChange(askSoon)
  function comeBack(): void {
    if (!document.hidden && Date.now() - askedAt > freshMs) askSoon()
  }
  document.addEventListener('visibilitychange', comeBack, { signal })
  addEventListener('focus', comeBack, { signal })
  addEventListener('online', askSoon, { signal })
  return () => {
    listening.abort()
    stop()
    clearTimeout(timer)
  }
}

function toAnswer({ rangReminders, nextReminderAt, me }: RungRemindersQuery): RungAnswer {
  return {
    rung: rangReminders.nodes.map(({ rangAt, reminder, task: masked }) => {
      const task = getFragmentData(TaskFields, masked)
      return { key: `${task.id}:${reminder.id}:${rangAt}`, task, reminderId: reminder.id, rangAt }
    }),
    total: rangReminders.totalCount,
    nextAt: nextReminderAt ?? null,
    dayTime: me?.reminderSettings.dayTime ?? nothingKnown.dayTime,
  }
}
