import type { UserDatabase } from '../../db/user-database.ts'
import { datesAfter } from '../../domain/recurrence/task-occurrence.ts'
import { conflict } from '../../errors.ts'
import { findTasks } from '../task.queries.ts'
import { type Batch, loadTargets, settle } from '../write/task-batch.ts'
import { isSameContent, passContent } from '../write/task-content.ts'
import { getTaskDefaults } from '../write/task-defaults.queries.ts'
import { listDescendants } from '../write/task-tree.queries.ts'
import { setTasksCompleted, updateContents } from '../write/task-write.queries.ts'
import { detachTrashed } from './task-next.service.ts'
import { planSubtasks } from './task-passing.ts'
import { findSkips, makeNextTasks, moveDates } from './task-repeat.service.ts'

/**
 * Moves a repeating task to its next occurrence without completing it, and opens its subtasks again. Completed
 * subtasks that repeat stay completed, and are followed by their own next occurrence.
 *
 * @throws AppError `NOT_FOUND`, `CONFLICT` (in the trash, completed, not repeating, the last one,
 * its next occurrence exists already)
 */
export async function skipOccurrence(db: UserDatabase, batch: Batch) {
  const tasks = await loadTargets(db, batch)
  const [target] = settle(batch)
  const task = target && tasks.get(target.id)
  if (!task) return { tasks: [] }
  if (task.recurrenceRule === null)
    throw conflict(
      'NOT_REPEATING',
      'The task doesn’t repeat, so it has no occurrence to skip.',
      target.path,
    )
  if (task.completedAt !== null)
    throw conflict(
      'COMPLETED',
      'The task is completed. Skip an occurrence of the open one.',
      target.path,
    )
  const { timeZone } = await getTaskDefaults(db)
  const view = { now: Temporal.Now.instant(), timeZone }
  const next = datesAfter(task, 'skipped', view)
  if (!next)
    throw conflict(
      'LAST_OCCURRENCE',
      'This is the last occurrence. Complete the task or delete it.',
      target.path,
    )
  const { living } = await detachTrashed(db, [task])
  if (living.length > 0)
    throw conflict(
      'NEXT_EXISTS',
      'The task was completed before, and its next occurrence is there already. Complete the task or delete it.',
      target.path,
    )
  const below = (await listDescendants(db, [task.id])).filter((each) => each.deletedAt === null)
  const skips = await findSkips(db, [task], below)
  const scene = { below, meantIds: new Set<string>(), skips, view }
  const plan = planSubtasks(task.id, next.passage, 'skipped', scene)
  const again = below.flatMap((each) => {
    const dates = plan.again.get(each.id)
    return dates ? [{ each, content: passContent(each, dates) }] : []
  })
  const changed = again
    .filter(({ each, content }) => !isSameContent(each, content))
    .map(({ each, content }) => ({ ...content, id: each.id }))
  await updateContents(db, [{ ...passContent(task, next.dates), id: task.id }, ...changed])
  await moveDates(db, [plan], below)
  const completed = again.filter(({ each }) => each.completedAt !== null).map(({ each }) => each.id)
  if (completed.length > 0) await setTasksCompleted(db, completed, false)
  await renew()
  return { tasks: await findTasks(db, [task.id]) }

  /** Creates next occurrences for completed subtasks that have none yet. */
  async function renew(): Promise<void> {
    const done = below.filter((each) => plan.renewed.has(each.id))
    await detachTrashed(db, done)
    const going = done.flatMap((each) => {
      const renewed = plan.renewed.get(each.id)
      if (!renewed) return []
      const below = planSubtasks(each.id, renewed.passage, 'done', scene)
      return [{ task: each, next: renewed, plan: below }]
    })
    await makeNextTasks(db, going, below)
  }
}
