import { accept, type Checked, refuse } from '@tend/server/domain/checked'
import { v7 as createId } from 'uuid'
import type { CreateTaskInput } from '../../gql/graphql.ts'
import { rememberSentence } from '../../model/recurrence-sentences.ts'
import type { NewTaskDefaults } from './place-defaults.ts'
import type { Reading } from './read-line.ts'

/** A task as the API will know it: with an id made here, so that it can be sent again safely. */
export type NewTask = CreateTaskInput & { id: string }

/**
 * The task that a line was shown to mean, field by field: the API doesn't read the line again, so that
 * midnight, a renamed list or a device's date format can't change it. What the line says takes
 * precedence over the defaults.
 */
export function makeNewTask(reading: Reading, defaults: NewTaskDefaults): Checked<NewTask> {
  const { title, tags, list, priority, recurrence, reminders, issues, spans, ...plain } =
    reading.read
  if (issues.length > 0) return refuse(issues.join(' '))
  const sentence = spans.find(({ kind }) => kind === 'REPEAT')?.meaning
  if (recurrence && sentence) rememberSentence(recurrence, sentence)
  const known = tags.flatMap(({ id }) => id ?? [])
  const tagIds = [...new Set([...(defaults.tagIds ?? []), ...known])]
  const tagNames = tags.flatMap(({ id, name }) => (id === null ? [name] : []))
  const listId = list?.id ?? defaults.listId
  return accept({
    id: createId(),
    title,
    ...withoutNull(plain),
    ...(recurrence && { recurrence }),
    ...(reminders.length > 0 && { reminders: reminders.map(withoutNull) }),
    ...(priority !== 'NONE' && { priority }),
    ...(listId && { listId }),
    ...(tagIds.length > 0 && { tagIds }),
    ...(tagNames.length > 0 && { tagNames }),
  })
}

function withoutNull<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== null)
  return Object.fromEntries(entries) as { [Name in keyof Fields]?: NonNullable<Fields[Name]> }
}
