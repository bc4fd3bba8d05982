import { addDays } from '../../domain/dates/day.ts'
import { type DueState, dayBounds, type Viewpoint } from '../../domain/dates/due-date.ts'
import { textLimits } from '../../domain/limits.ts'
import { searchTerms } from '../../domain/text/search-words.ts'
import { badUserInput } from '../../errors.ts'
import { allOf, anyOf, type Column, type Condition, hasTerm, is, opposite } from './condition.ts'
import {
  choiceField,
  countPart,
  dayField,
  type FieldReader,
  flagField,
  idField,
  instantField,
  numberField,
  type Place,
  readFields,
  readGroup,
  readText,
  refuse,
  textField,
} from './filter-fields.ts'
import type { TaskFilterInput } from './task-filter.input.ts'

/** Without a filter: everything outside the trash. */
export const outsideTrash: Condition = is({ kind: 'isNull', column: 'task.deleted_at' })

/**
 * What a filter asks for, as seen by a reader, whose zone says which day is today. Tasks in the trash
 * are left out unless the filter speaks of `deleted` or `deletedAt`.
 *
 * @throws AppError `BAD_USER_INPUT` with every problem, paths beginning with `path`
 */
export function readTaskFilter(
  filter: TaskFilterInput | null | undefined,
  viewpoint: Viewpoint,
  path: readonly (string | number)[] = ['filter'],
): Condition {
  if (filter == null) return outsideTrash
  const reading = { viewpoint, issues: [], parts: 0, speaksOfTrash: false }
  const condition = readGroup(filter, taskFields, { path: [...path], depth: 1, reading })
  if (reading.issues.length > 0) throw badUserInput(reading.issues)
  return reading.speaksOfTrash ? condition : allOf([outsideTrash, condition])
}

const listFields: Record<string, FieldReader> = {
  id: idField('list.id'),
  name: textField('list.name'),
  isInbox: flagField(is({ kind: 'compare', column: 'list.is_inbox', operator: '=', value: true })),
  archived: flagField(hasValue('list.archived_at')),
  deleted: flagField(hasValue('list.deleted_at')),
}

const tagFields: Record<string, FieldReader> = {
  id: idField('task_tag.tag_id'),
  name: textField('tag.name'),
}

const taskFields: Record<string, FieldReader> = {
  id: idField('task.id'),
  title: textField('task.title'),
  description: textField('task.description', 'may be missing'),
  completed: flagField(hasValue('task.completed_at')),
  completedAt: instantField('task.completed_at', 'may be missing'),
  priority: numberField('task.priority'),
  listId: idField('task.list_id'),
  list: (value, place) => is({ kind: 'inList', where: readRelated(value, listFields, place) }),
  parentId: idField('task.parent_id', 'may be missing'),
  hasParent: flagField(hasValue('task.parent_id')),
  tags: (value, place) => readFields(value, { some: someTag, every: everyTag, none: noTag }, place),
  startOn: dayField('task.start_on', 'may be missing'),
  dueOn: dayField('task.due_on', 'may be missing'),
  dueAt: instantField('task.due_at', 'may be missing'),
  dueState: choiceField((values, { reading }) => isDue(values as DueState[], reading.viewpoint)),
  recurring: flagField(hasValue('task.recurrence_rule')),
  createdAt: instantField('task.created_at'),
  updatedAt: instantField('task.updated_at'),
  deleted: ofTrash(flagField(hasValue('task.deleted_at'))),
  deletedAt: ofTrash(instantField('task.deleted_at', 'may be missing')),
  search: (value, place) => readSearch(value, place),
}

function someTag(value: object, place: Place): Condition {
  return is({ kind: 'hasTag', where: readRelated(value, tagFields, place) })
}

function noTag(value: object, place: Place): Condition {
  return opposite(someTag(value, place))
}

function everyTag(value: object, place: Place): Condition {
  const where = opposite(readRelated(value, tagFields, place))
  return opposite(is({ kind: 'hasTag', where }))
}

function readRelated(value: object, fields: Record<string, FieldReader>, place: Place): Condition {
  return readGroup(value, fields, { ...place, depth: place.depth + 1 })
}

function ofTrash(read: FieldReader): FieldReader {
  const readOfTrash: FieldReader = (value, place) => {
    // An empty comparator says nothing, so it doesn't open the trash either.
    if (Object.values(value).some((given) => given != null)) place.reading.speaksOfTrash = true
    return read(value, place)
  }
  return Object.assign(readOfTrash, { knowsNull: read.knowsNull })
}

function readSearch(value: unknown, place: Place): Condition {
  countPart(place)
  const text = readText(value, place)
  if (text === undefined) return outsideTrash
  const terms = searchTerms(text)
  if (terms.length === 0 || text.length > textLimits.searchText.max)
    refuse(
      place,
      `A search has 1 to ${textLimits.searchText.max} characters, among them a letter, digit or emoji. Change it.`,
    )
  return allOf(terms.map(hasTerm))
}

// A due day is one of its own zone, up to two days away from the day that its instant falls on for
// the reader. This says nothing new, but in terms of a column that an index begins with.
const zoneDays = 2

/** The same as `dueState` of a single task, in conditions. States that touch make one range. */
function isDue(states: readonly DueState[], viewpoint: Viewpoint): Condition {
  const { today, tomorrow, dayAfterNext7, startOfTomorrow, endOfNext7Days } = dayBounds(viewpoint)
  const { now } = viewpoint
  const ranges: [DueState, DueRange][] = [
    ['overdue', { toDay: today, to: now }],
    ['today', { fromDay: today, from: now, toDay: tomorrow, to: startOfTomorrow }],
    [
      'next7days',
      { fromDay: tomorrow, from: startOfTomorrow, toDay: dayAfterNext7, to: endOfNext7Days },
    ],
    ['later', { fromDay: dayAfterNext7, from: endOfNext7Days }],
  ]
  const wanted: DueRange[] = []
  for (const [state, range] of ranges) {
    if (!states.includes(state)) continue
    const last = wanted.at(-1)
    const touches = last?.toDay !== undefined && last.toDay === range.fromDay
    if (touches) wanted[wanted.length - 1] = { ...range, fromDay: last.fromDay, from: last.from }
    else wanted.push(range)
  }
  const noDate: Condition = is({ kind: 'isNull', column: 'task.due_on' })
  return anyOf([...(states.includes('none') ? [noDate] : []), ...wanted.map(dueBetween)])
}

interface DueRange {
  fromDay?: string | undefined
  from?: Temporal.Instant | undefined
  /** Exclusive, like `to`. */
  toDay?: string | undefined
  to?: Temporal.Instant | undefined
}

function dueBetween({ fromDay, from, toDay, to }: DueRange): Condition {
  const hasNoTime = is({ kind: 'isNull', column: 'task.due_at' })
  return allOf([
    ...compare('task.due_on', '>=', fromDay && addDays(fromDay, -zoneDays)),
    ...compare('task.due_on', '<', toDay && addDays(toDay, zoneDays)),
    anyOf([
      allOf([
        hasNoTime,
        ...compare('task.due_on', '>=', fromDay),
        ...compare('task.due_on', '<', toDay),
      ]),
      allOf([
        opposite(hasNoTime),
        ...compare('task.due_at', '>=', from?.toString()),
        ...compare('task.due_at', '<', to?.toString()),
      ]),
    ]),
  ])
}

function compare(
  column: 'task.due_on' | 'task.due_at',
  operator: '>=' | '<',
  value: string | undefined,
): Condition[] {
  return value === undefined ? [] : [is({ kind: 'compare', column, operator, value })]
}

function hasValue(column: Column): Condition {
  return opposite(is({ kind: 'isNull', column }))
}
