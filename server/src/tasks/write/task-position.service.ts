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

/** Where in its place something goes: at the end, or right beside a sibling. */
export type InsertPosition = { side: 'end' } | { side: 'after' | 'before'; siblingId: string }

type Gap = {
  low: string | null
  high: string | null
}

/** The place of a task, for a map. */
export function siblingGroupKey({ listId, parentId }: SiblingGroup): string {
  return `${listId}/${parentId ?? ''}`
}

/**
 * Positions for tasks that come into these places, as many as each wants, in order. `movedIds` are on
 * their way from elsewhere, and don't count as siblings. Where keys would grow too long, the siblings
 * are spread again first. A position beside a sibling is for that sibling's group alone.
 */
export async function makePositions(
  db: UserDatabase,
  wanted: readonly { place: SiblingGroup; count: number }[],
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
  for (const { place } of crowded) await spreadPlace(db, place)
  return make()
}

/** A position right behind each of these tasks, where its next occurrence goes. */
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
  const places = new Map(crowded.map((task) => [siblingGroupKey(task), task]))
  for (const place of places.values()) await spreadPlace(db, place)
  return make()
}

async function findGaps(
  db: UserDatabase,
  wanted: readonly { place: SiblingGroup }[],
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
  const places = wanted.map(({ place: { listId, parentId } }) => ({ listId, parentId }))
  const found = await findLastPositions(db, places, movedIds)
  const last = new Map(found.map((place) => [siblingGroupKey(place), place.position]))
  return wanted.map(({ place }) => ({ low: last.get(siblingGroupKey(place)) ?? null, high: null }))
}

async function spreadPlace(db: UserDatabase, { listId, parentId }: SiblingGroup): Promise<void> {
  const siblings = await listPositions(db, { listId, parentId })
  const keys = spreadOrderKeys(siblings.length)
  await updatePositions(
    db,
    siblings.map(({ id }, index) => ({ id, position: keys[index] ?? '' })),
  )
}
