import type { UserDatabase } from '../db/user-database.ts'
import { makeOrderKey } from '../domain/order/ordering.ts'
import type { LoggedRow } from './change.queries.ts'
import { findNextPosition, listOccupied, type Slot } from './undo.queries.ts'
import type { RowStep } from './undo-plan.ts'

type Step = Extract<RowStep, { kind: 'insert' | 'update' }>

/**
 * If another row has taken the position since, the restored row comes right after it.
 */
export async function freeTakenPositions(
  db: UserDatabase,
  steps: readonly RowStep[],
): Promise<RowStep[]> {
  let result = [...steps]
  for (const table of ['list', 'task', 'saved_view'] as const) {
    const placing = result.filter(
      (step): step is Step => step.table === table && step.kind !== 'delete' && setsPosition(step),
    )
    if (placing.length === 0) continue
    const slots = placing.map((step) => slotOf(rowOf(step)))
    const leaving = new Set(
      result
        .filter((step) => step.table === table)
        .filter((step) => (step.kind === 'delete' ? table !== 'list' : setsPosition(step)))
        .map((step) => (step.kind === 'update' ? step.current.id : step.row.id)),
    )
    const occupied = await listOccupied(db, table, slots)
    const taken = new Set(occupied.filter(({ id }) => !leaving.has(id)).map(slotKey))
    for (const step of placing) {
      const slot = slotOf(rowOf(step))
      if (!taken.has(slotKey(slot))) continue
      const next = await findNextPosition(db, table, slot)
      const position = makeOrderKey(slot.position, next ?? null, Math.random)
      result = result.map((other) => (other === step ? moved(step, position) : other))
    }
  }
  return result
}

function setsPosition(step: RowStep): boolean {
  return step.kind === 'insert' || (step.kind === 'update' && 'position' in step.patch)
}

function rowOf(step: Step): LoggedRow {
  return step.kind === 'insert' ? step.row : { ...step.current, ...step.patch }
}

function moved(step: Step, position: string): RowStep {
  return step.kind === 'insert'
    ? { ...step, row: { ...step.row, position } }
    : { ...step, patch: { ...step.patch, position } }
}

function slotOf(row: LoggedRow): Slot {
  return {
    listId: (row.list_id as string | undefined) ?? null,
    parentId: (row.parent_id as string | null | undefined) ?? null,
    position: String(row.position),
  }
}

function slotKey({ listId, parentId, position }: Slot): string {
  return `${listId}:${parentId}:${position}`
}
