import { maxSubtaskDepth, maxSubtasksPerTask } from '../../domain/limits.ts'
import type { ImportReport } from '../report.ts'
import type { DraftTask } from './draft.ts'

/** A task of a draft where our tree has room for it. */
export type PlacedDraft = {
  task: DraftTask
  parent: PlacedDraft | undefined
  depth: number
  subtasks: number
}

/**
 * Puts each task under its parent as far as our rules allow: no rings, five levels, a thousand subtasks, and
 * nothing open under what is completed. What doesn't fit goes up to the nearest task that takes it. In the
 * order of the draft.
 */
export function placeDrafts(
  tasks: ReadonlyMap<string, DraftTask>,
  report: ImportReport,
): Map<string, PlacedDraft> {
  const placed = new Map<string, PlacedDraft>()
  for (const key of tasks.keys()) placeWithAncestors(key, tasks, placed, report)
  return new Map([...tasks.keys()].map((key) => [key, placed.get(key) as PlacedDraft]))
}

/** From the top down, and without recursion: a file may be nested ten thousand deep. */
function placeWithAncestors(
  key: string,
  tasks: ReadonlyMap<string, DraftTask>,
  placed: Map<string, PlacedDraft>,
  report: ImportReport,
): void {
  const chain: string[] = []
  const seen = new Set<string>()
  for (let at: string | undefined = key; at !== undefined && !placed.has(at); ) {
    if (seen.has(at)) {
      report.add(
        'Tasks that were under each other in a ring stand for themselves now.',
        tasks.get(at)?.title,
      )
      break
    }
    const task = tasks.get(at)
    if (!task) break
    seen.add(at)
    chain.push(at)
    at = task.parent
  }
  for (const next of chain.reverse()) {
    const task = tasks.get(next)
    if (!task) continue
    const parent = findParent(task, tasks, placed, report)
    if (parent) parent.subtasks += 1
    placed.set(next, { task, parent, depth: parent ? parent.depth + 1 : 0, subtasks: 0 })
  }
}

function findParent(
  task: DraftTask,
  tasks: ReadonlyMap<string, DraftTask>,
  placed: ReadonlyMap<string, PlacedDraft>,
  report: ImportReport,
): PlacedDraft | undefined {
  if (task.parent === undefined) return undefined
  let parent = placed.get(task.parent)
  if (!tasks.has(task.parent))
    report.add('Subtasks whose task isn’t in the file stand for themselves now.', task.title)
  for (; parent; parent = parent.parent) {
    if (parent.depth >= maxSubtaskDepth)
      report.add(`Subtasks more than ${maxSubtaskDepth} levels deep stand higher now.`, task.title)
    else if (parent.subtasks >= maxSubtasksPerTask)
      report.add(
        `Subtasks beyond ${maxSubtasksPerTask.toLocaleString('en')} of one task stand higher now.`,
        task.title,
      )
    else if (parent.task.completedAt && !task.completedAt)
      report.add('Open subtasks of completed tasks stand for themselves now.', task.title)
    else return parent
  }
  return undefined
}
