import { useMemo } from 'react'
import type { Outcome } from '../../graphql/run-mutation.ts'
import { useAct } from '../../model/actions/use-act.ts'
import { useTasksAct } from '../../model/actions/use-tasks-act.ts'
import { useClock } from '../../model/shell/use-clock.ts'
import { findSnoozeEnd, type Snooze } from '../../time/snooze-end.ts'
import { DismissReminder, SnoozeReminder } from './rung.query.ts'
import { rungStore, useRung } from './rung.store.ts'
import type { RungReminder } from './rung-state.ts'
import { describeSnoozeEnd } from './rung-words.ts'

export type RungActions = {
  complete: (rung: RungReminder) => void
  snooze: (rung: RungReminder, snooze: Snooze) => void
  dismiss: (rung: RungReminder) => void
}

/** What can be done about a reminder that has rung: each shows at once, and a message offers its undo. */
export function useRungActions(): RungActions {
  const act = useAct()
  const actOnTasks = useTasksAct()
  const clock = useClock()
  const { dayTime } = useRung()
  return useMemo(() => {
    async function run(key: string, words: string, done: Promise<Outcome<unknown>>): Promise<void> {
      rungStore.handle(key, words)
      const { ok } = await done
      if (ok) rungStore.settle(key)
      else rungStore.release(key)
    }
    const name = ({ task, reminderId }: RungReminder) => ({ taskId: task.id, reminderId })
    return {
      complete({ key, task }) {
        const words = {
          done: `Completed “${task.title}”`,
          failed: `“${task.title}” is still open.`,
          refused: 'couldn’t be completed',
          onUndone: () => rungStore.release(key),
        }
        void run(key, 'Completed', actOnTasks([task], { kind: 'complete' }, words))
      },
      snooze(rung, snooze) {
        const { key, task } = rung
        const now = Date.now()
        const end = findSnoozeEnd(snooze, { now, dayTime, timeZone: clock.timeZone })
        const until = describeSnoozeEnd(end, { ...clock, now })
        const action = {
          document: SnoozeReminder,
          input: { ...name(rung), until: new Date(end).toISOString() },
          done: `Snoozed “${task.title}” ${until}`,
          failed: `“${task.title}” couldn’t be snoozed.`,
          onUndone: () => rungStore.release(key),
        }
        void run(key, `Snoozed ${until}`, act(action))
      },
      dismiss(rung) {
        const { key, task } = rung
        const action = {
          document: DismissReminder,
          input: name(rung),
          done: `Dismissed the reminder of “${task.title}”`,
          failed: `The reminder of “${task.title}” is still here.`,
          onUndone: () => rungStore.release(key),
        }
        void run(key, 'Dismissed', act(action))
      },
    }
  }, [act, actOnTasks, clock, dayTime])
}
