import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import type { Json } from './ask.ts'
import type { Person } from './person.ts'
import { tryMutation } from './run-mutation.ts'

/** A step of somebody who does this and that; the numbers choose what with. */
export type RandomStep = {
  kind: (typeof kinds)[number]
  a: number
  b: number
  c: number
}

const kinds = [
  ...['createList', 'updateList', 'moveList', 'deleteList', 'restoreList', 'archiveList'],
  ...['createTag', 'updateTag', 'deleteTag', 'mergeTags', 'createSavedView', 'deleteSavedView'],
  ...['createTask', 'createTask', 'createSubtask', 'createSubtask', 'createRepeatingTask'],
  ...['updateTask', 'tagTask', 'dueTask', 'completeTask', 'completeTask', 'reopenTask'],
  ...['moveTask', 'moveUnder', 'moveBeside', 'deleteTask', 'restoreTask'],
  ...['completeTasks', 'deleteTasks', 'moveTasks'],
  ...['remindTask', 'snoozeReminder', 'dismissReminder'],
] as const

const number = fc.nat(1_000)

export const randomSteps = (length: { minLength: number; maxLength: number }) =>
  fc.array(
    fc.record<RandomStep>({ kind: fc.constantFrom(...kinds), a: number, b: number, c: number }),
    { ...length, size: 'max' },
  )

/** A person's rows of every logged table, by table and key. */
export type TableState = Map<string, Json>

/**
 * The rows as they are in the tables, in the form in which they are logged: without the owner's id and
 * the derived words. Instants are written alike, whatever zone the connection shows them in.
 */
export async function readTables(owner: Kysely<Json>, userId: string): Promise<TableState> {
  const tables = ['list', 'task', 'tag', 'task_tag', 'saved_view']
  const parts = tables.map(
    (table) => sql`
      select ${table}::text as "table", to_jsonb(t) - '{user_id,search_text,planned_on}'::text[] as row
      from ${sql.table(table)} t where t.user_id = ${userId}`,
  )
  const { rows } = await sql<{
    table: string
    row: Json
  }>`${sql.join(parts, sql` union all `)}`.execute(owner)
  return new Map(rows.map(({ table, row }) => [keyOf(table, row), normalize(row)]))
}

export function keyOf(table: string, row: Json): string {
  return table === 'task_tag' ? `task_tag:${row.task_id}:${row.tag_id}` : `${table}:${row.id}`
}

export function normalize(row: Json): Json {
  const instants = Object.entries(row).map(([column, value]) => [
    column,
    column.endsWith('_at') && typeof value === 'string' ? new Date(value).toISOString() : value,
  ])
  return Object.fromEntries(instants)
}

/**
 * Does a step and gives its mutation id; undefined when it was refused for a good reason, such as that
 * there is nothing to do it with.
 *
 * @throws Error for a failure that is the server's
 */
export async function takeStep(
  person: Person,
  step: RandomStep,
  state: TableState,
): Promise<string | undefined> {
  const chosen = inputOf(step, state)
  if (!chosen) return undefined
  const [name, input] = chosen
  const answer = await tryMutation(person, name, input)
  const [error] = answer.errors ?? []
  if (!error) return answer.data[name].mutationId
  if (['CONFLICT', 'NOT_FOUND', 'BAD_USER_INPUT', 'LIMIT_EXCEEDED'].includes(error.extensions.code))
    return undefined
  throw new Error(`${name} ${JSON.stringify(input)} was answered by ${answer.text}`)
}

function inputOf({ kind, a, b, c }: RandomStep, state: TableState): [string, object] | undefined {
  const rows = (table: string) =>
    [...state].filter(([key]) => key.startsWith(`${table}:`)).map(([, row]) => row)
  const pick = (table: string, nth: number) => {
    const all = rows(table)
    return all.length > 0 ? all[nth % all.length].id : undefined
  }
  const some = (table: string) =>
    [...new Set([pick(table, a), pick(table, b), pick(table, c)])].filter((id) => id !== undefined)
  const [list, task, tag] = [pick('list', a), pick('task', a), pick('tag', a)]
  const other = pick('task', b)
  const due = `2026-12-${String(1 + (b % 28)).padStart(2, '0')}`
  switch (kind) {
    case 'createList':
      return [kind, { name: `List ${a}`, ...(b % 2 && { afterId: pick('list', b) }) }]
    case 'updateList':
      return [kind, { id: list, name: `List ${b}` }]
    case 'moveList':
      return [kind, { id: list, beforeId: pick('list', b) }]
    case 'createTag':
      return [kind, { name: `tag ${a}` }]
    case 'updateTag':
      return tag && [kind, { id: tag, name: `tag ${b}` }]
    case 'mergeTags':
      return tag && [kind, { fromIds: [tag], intoId: pick('tag', b) }]
    case 'createSavedView':
      return [kind, { name: `View ${a}`, filter: {}, orderBy: [] }]
    case 'deleteSavedView':
      return [kind, { id: pick('saved_view', a) ?? crypto.randomUUID() }]
    case 'createTask':
      return [
        kind,
        { title: `Task ${a}`, listId: pick('list', b), ...(tag && c % 2 && { tagIds: [tag] }) },
      ]
    case 'createSubtask':
      return task && ['createTask', { title: `Subtask ${b}`, parentId: task }]
    case 'createRepeatingTask':
      return [
        'createTask',
        { title: `Repeats ${a}`, dueOn: due, recurrence: { rule: 'FREQ=DAILY' } },
      ]
    case 'updateTask':
      return (
        task && [kind, { id: task, title: `Title ${b}`, description: c % 2 ? `Notes ${c}` : null }]
      )
    case 'tagTask':
      return task && ['updateTask', { id: task, tagIds: b % 3 ? some('tag') : [] }]
    case 'dueTask':
      return (
        task && [
          'updateTask',
          { id: task, dueOn: c % 4 ? due : null, ...(c % 4 > 1 && { dueTime: '09:30' }) },
        ]
      )
    case 'remindTask':
      return task && ['updateTask', { id: task, reminders: c % 5 ? remindersOf(b, due) : null }]
    case 'snoozeReminder':
    case 'dismissReminder': {
      const reminded = rows('task').find(({ reminders }) => reminders)
      const name = reminded && { taskId: reminded.id, reminderId: reminded.reminders[0].id }
      return (
        name && [kind, { ...name, ...(kind === 'snoozeReminder' && { until: `${due}T09:00:00Z` }) }]
      )
    }
    case 'moveTask':
      return task && [kind, { id: task, listId: pick('list', b) }]
    case 'moveUnder':
      return task && ['moveTask', { id: task, parentId: c % 3 ? other : null }]
    case 'moveBeside':
      return task && ['moveTask', { id: task, afterId: other }]
    case 'completeTasks':
    case 'deleteTasks':
      return task && [kind, { ids: some('task') }]
    case 'moveTasks':
      return task && [kind, { ids: some('task'), listId: list }]
    default:
      if (kind.endsWith('List')) return [kind, { id: list }]
      if (kind.endsWith('Tag')) return tag && [kind, { id: tag }]
      return task && [kind, { id: task }]
  }
}

function remindersOf(number: number, day: string): object[] {
  return [{ minutesBefore: number }, { on: day, time: '18:00', timeZone: 'Asia/Tokyo' }]
}
