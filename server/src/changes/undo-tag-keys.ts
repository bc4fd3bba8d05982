import type { UserDatabase } from '../db/user-database.ts'
import { tagNameKey } from '../domain/text/tag-name.ts'
import { findTagsNamed } from './undo.queries.ts'
import type { RowStep } from './undo-plan.ts'

/**
 * The steps with the present name keys of their tags, because the log may be older than 0027-tag-keys. If
 * another tag has that key, the logged one stays, as in that migration: no other name can have it.
 */
export async function renewTagKeys(
  db: UserDatabase,
  steps: readonly RowStep[],
): Promise<readonly RowStep[]> {
  const named = steps.flatMap((step) => {
    const { id, name, old } = readTag(step)
    const key = name === undefined ? undefined : tagNameKey(name)
    return key === undefined || key === old ? [] : [{ step, id, key }]
  })
  if (named.length === 0) return steps
  const holders = await findTagsNamed(
    db,
    named.map(({ key }) => key),
  )
  const keys = new Map<RowStep, string>()
  for (const { step, id, key } of named) {
    const isHeld = holders.some((holder) => holder.name_key === key && holder.id !== id)
    if (!isHeld && ![...keys.values()].includes(key)) keys.set(step, key)
  }
  return steps.map((step) => withTagKey(step, keys.get(step)))
}

function readTag(step: RowStep): { id: unknown; name?: string; old?: unknown } {
  if (step.table !== 'tag' || step.kind === 'delete') return { id: undefined }
  const written = step.kind === 'insert' ? step.row : step.patch
  const id = step.kind === 'insert' ? step.row.id : step.current.id
  return typeof written.name === 'string'
    ? { id, name: written.name, old: written.name_key }
    : { id }
}

function withTagKey(step: RowStep, key: string | undefined): RowStep {
  if (key === undefined || step.kind === 'delete') return step
  if (step.kind === 'insert') return { ...step, row: { ...step.row, name_key: key } }
  return { ...step, patch: { ...step.patch, name_key: key } }
}
