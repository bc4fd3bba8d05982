import { useShortcut } from '../keyboard/use-shortcut.ts'
import type { Task } from '../model/documents/fields.ts'
import { useClock } from '../model/shell/use-clock.ts'
import { dayIn, shiftDay } from '../time/calendar.ts'
import { localDue } from '../time/due.ts'
import { describeDueChoice } from '../time/due-words.ts'
import { findNextMonday } from './due-choice.ts'
import { stepDue } from './due-steps.ts'
import { useEditTasks } from './use-task-edit.ts'

/** The keys that set the days chosen most, for the tasks that `listMeant` gives at that moment. */
export function useDueShortcuts(listMeant: () => readonly Task[]): void {
  const edit = useEditTasks()
  const clock = useClock()
  const today = dayIn(clock.timeZone, clock.now)

  function onMeant(run: (tasks: readonly Task[]) => void): () => boolean {
    return () => {
      const tasks = listMeant()
      if (tasks.length === 0 || tasks.some(({ deletedAt }) => deletedAt)) return false
      run(tasks)
      return true
    }
  }

  function setDay(tasks: readonly Task[], day: string, row?: string): void {
    edit(tasks, { dueOn: day }, `Due ${describeDueChoice({ day }, clock)}`, row)
  }

  /** Each from its own day; those that share one go together. */
  function step(tasks: readonly Task[], by: 1 | -1): void {
    const byDay = Map.groupBy(tasks, (task) =>
      stepDue(localDue(task, clock.timeZone)?.day, today, by),
    )
    for (const [day, those] of byDay)
      if (day) setDay(those, day, byDay.size > 1 ? 'Moved' : undefined)
  }

  useShortcut(
    'dueToday',
    onMeant((tasks) => setDay(tasks, today)),
  )
  useShortcut(
    'dueTomorrow',
    onMeant((tasks) => setDay(tasks, shiftDay(today, 1))),
  )
  useShortcut(
    'dueNextWeek',
    onMeant((tasks) => setDay(tasks, findNextMonday(today))),
  )
  useShortcut(
    'dueLater',
    onMeant((tasks) => step(tasks, 1)),
  )
  useShortcut(
    'dueEarlier',
    onMeant((tasks) => step(tasks, -1)),
  )
  useShortcut(
    'noDue',
    onMeant((tasks) => edit(tasks, { dueOn: null }, 'No due date any more')),
  )
}
