import type { UserDatabase } from '../../db/user-database.ts'
import { makeOrderKeys, needsSpreading, spreadOrderKeys } from '../../domain/order/ordering.ts'
import type { Task } from '../task.queries.ts'
import {
  findLastPositions,
  findNeighbours,
  findNextPositions,
  listPositions,
  type SiblingGroup,
} from './sibling-group.queries.ts'
import { updatePositions } from './task-write.queries.ts'

/** Where in its sibling group a task goes: at the end, or directly beside a sibling. */
export type InsertPosition = { side: 'end' } | { side: 'after' | 'before'; siblingId: string }

type Gap = {
  low: string | null
  high: string | null
}

/** The key of a task's sibling group, for a map. */
export function siblingGroupKey({ listId, parentId }: SiblingGroup): string {
  return `${listId}/${parentId ?? ''}`
}

/**
 * Positions for tasks that are added to these sibling groups, as many as each needs, in order.
 * `movedIds` are being moved, and don't count as siblings. Where keys would grow too long, the
 * siblings are spread again first. A position beside a sibling applies only to that sibling's group.
 */
export async function makePositions(
  db: UserDatabase,
  wanted: readonly { siblingGroup: SiblingGroup; count: number }[],
  insertAt: InsertPosition,
  movedIds: readonly string[],
): Promise<string[][]> {
  const make = async () => {
    const gaps = await findGaps(db, wanted, insertAt, movedIds)
    return wanted.map(({ count }, index) => {
      const gap = gaps[index]
      return makeOrderKeys(gap?.low ?? null, gap?.high ?? null, count, Math.random)
    })
  }
  const keys = await make()
  const crowded = wanted.filter((_, index) => keys[index]?.some(needsSpreading))
  if (crowded.length === 0) return keys
  for (const { siblingGroup } of crowded) await spreadSiblings(db, siblingGroup)
  return make()
}

/** A position directly after each of these tasks, where its next occurrence goes. */
export async function makePositionsBehind(
  db: UserDatabase,
  tasks: readonly Task[],
): Promise<Map<string, string>> {
  const ids = tasks.map((task) => task.id)
  const make = async () => {
    const neighbours = await findNextPositions(db, ids)
    return new Map(
      neighbours.map(({ id, position, next }) => {
        const [key = ''] = makeOrderKeys(position, next, 1, Math.random)
        return [id, key] as const
      }),
    )
  }
  const keys = await make()
  const crowded = tasks.filter((task) => needsSpreading(keys.get(task.id) ?? ''))
  if (crowded.length === 0) return keys
  const siblingGroups = new Map(crowded.map((task) => [siblingGroupKey(task), task]))
  for (const siblingGroup of siblingGroups.values()) await spreadSiblings(db, siblingGroup)
  return make()
}

async function findGaps(
  db: UserDatabase,
  wanted: readonly { siblingGroup: SiblingGroup }[],
  insertAt: InsertPosition,
  movedIds: readonly string[],
): Promise<Gap[]> {
  if (insertAt.side !== 'end') {
    const found = await findNeighbours(db, insertAt.siblingId, movedIds)
    if (!found) throw new Error(`The sibling ${insertAt.siblingId} is gone`)
    const { position, previous, next } = found
    const gap =
      insertAt.side === 'after' ? { low: position, high: next } : { low: previous, high: position }
    return [gap]
  }
  const siblingGroups = wanted.map(({ siblingGroup: { listId, parentId } }) => ({
    listId,
    parentId,
  }))
  const found = await findLastPositions(db, siblingGroups, movedIds)
  const last = new Map(found.map((row) => [siblingGroupKey(row), row.position]))
  return wanted.map(({ siblingGroup }) => ({
    low: last.get(siblingGroupKey(siblingGroup)) ?? null,
    high: null,
  }))
}

async function spreadSiblings(db: UserDatabase, { listId, parentId }: SiblingGroup): Promise<void> {
  const siblings = await listPositions(db, { listId, parentId })
  const keys = spreadOrderKeys(siblings.length)
  await updatePositions(
    db,
    siblings.map(({ id }, index) => ({ id, position: keys[index] ?? '' })),
  )
}
