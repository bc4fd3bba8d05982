import { randomUUIDv7 } from 'node:crypto'
import type { UserDatabase } from '../../db/user-database.ts'
import { findTagsByNameKeys, type NewTag } from '../../tags/tag.queries.ts'
import { type Batch, refuse } from './task-batch.ts'
import type { Draft } from './task-draft.ts'
import { checkTagCount } from './task-tagging.service.ts'

/**
 * Gives each draft the tags that it names, and returns those that don't exist yet: they are created
 * together with the tasks. Drafts with too many tags are refused.
 */
export async function resolveTagNames(db: UserDatabase, batch: Batch<Draft>): Promise<NewTag[]> {
  const drafts = batch.targets
  const names = new Map<string, string>()
  for (const { tagNames } of drafts)
    for (const { name, nameKey } of tagNames) if (!names.has(nameKey)) names.set(nameKey, name)
  const found = names.size > 0 ? await findTagsByNameKeys(db, [...names.keys()]) : []
  const ids = new Map(found.map(({ nameKey, id }) => [nameKey, id]))
  const missing = [...names].filter(([nameKey]) => !ids.has(nameKey))
  const newTags = missing.map(([nameKey, name]) => ({
    ...{ id: randomUUIDv7(), name, nameKey, color: null },
  }))
  for (const { nameKey, id } of newTags) ids.set(nameKey, id)
  for (const draft of drafts) {
    const named = draft.tagNames.flatMap(({ nameKey }) => ids.get(nameKey) ?? [])
    draft.tagIds = draft.tagIds.union(new Set(named))
    const field = draft.input.tagIds ? 'tagIds' : 'tagNames'
    const crowded = checkTagCount(draft.tagIds.size, [...draft.path, field])
    if (crowded) refuse(batch, draft, crowded)
  }
  return newTags
}
