import { dueStates, type Viewpoint } from '../dates/due-date.ts'
import { startStates } from '../dates/start-state.ts'
import { textLimits } from '../limits.ts'
import {
  columnOf,
  type FilteredField,
  type FlagField,
  filteredFields,
  flagFields,
} from '../task-fields/field-types.ts'
import { taskFields } from '../task-fields/task-fields.ts'
import { searchTerms } from '../text/search-words.ts'
import type { Column } from './columns.ts'
import { allOf, type Condition, hasTerm, is, opposite } from './condition.ts'
import { isDue } from './due-ranges.ts'
import {
  dayField,
  flagField,
  idField,
  instantField,
  numberField,
  readText,
  stateField,
  textField,
} from './field-readers.ts'
import type { ListFilterInput, OtherFilter, TagFilterInput } from './filter-input.ts'
import {
  countPart,
  type FieldReader,
  type FilterIssue,
  type FilterPath,
  readFields,
  readGroup,
  refuse,
} from './filter-reading.ts'
import { isPlanned } from './planned-ranges.ts'
import { isStarting } from './start-ranges.ts'

/** Without a filter: everything outside the trash. */
export const outsideTrash: Condition = is({ kind: 'isNull', column: 'task.deleted_at' })

/**
 * The condition of a `TaskFilter` for a person, whose zone decides which day is today; or every problem with it,
 * with paths that begin with `path`. Tasks in the trash are left out unless it uses `deleted` or `deletedAt`.
 */
export function readFilter(
  filter: object,
  viewpoint: Viewpoint,
  path: readonly (string | number)[] = [],
): { ok: true; condition: Condition } | { ok: false; issues: FilterIssue[] } {
  const reading = { viewpoint, issues: [], parts: 0, speaksOfTrash: false }
  const condition = readGroup(filter, taskReaders, { path: [...path], depth: 1, reading })
  if (reading.issues.length > 0) return { ok: false, issues: reading.issues }
  return {
    ok: true,
    condition: reading.speaksOfTrash ? condition : allOf([outsideTrash, condition]),
  }
}

type Readers<Filter> = Record<Exclude<keyof Filter, 'and' | 'or' | 'not'>, FieldReader>

const listReaders: Readers<ListFilterInput> = {
  id: idField('list.id'),
  name: textField('list.name'),
  isInbox: flagField(is({ kind: 'compare', column: 'list.is_inbox', operator: '=', value: true })),
  archived: flagField(hasValue('list.archived_at')),
  deleted: flagField(hasValue('list.deleted_at')),
}

const tagReaders: Readers<TagFilterInput> = {
  id: idField('task_tag.tag_id'),
  name: textField('tag.name'),
}

const fieldReaders = {
  id: idField,
  text: textField,
  day: dayField,
  instant: instantField,
  number: numberField,
}

function readerOf(field: FilteredField): FieldReader {
  const presence = 'nullable' in taskFields[field] ? 'may be missing' : 'always'
  return ofTrash(field, fieldReaders[taskFields[field].filter](taskColumn(field), presence))
}

const otherReaders: Record<OtherFilter, FieldReader> = {
  list: (value, at) => is({ kind: 'inList', where: readRelated(value, listReaders, at) }),
  tags: (value, at) => readFields(value, { some: someTag, every: everyTag, none: noTag }, at),
  dueState: stateField('dueState', (values, { reading }) =>
    isDue(readStates(values, dueStates), reading.viewpoint),
  ),
  startState: stateField('startState', (values, { reading }) =>
    isStarting(readStates(values, startStates), reading.viewpoint),
  ),
  plannedState: stateField('dueState', (values, { reading }) =>
    isPlanned(readStates(values, dueStates), reading.viewpoint),
  ),
  search: (value, at) => readSearch(value, at),
}

const taskReaders: Record<string, FieldReader> = {
  ...Object.fromEntries(filteredFields.map((field) => [field, readerOf(field)])),
  ...Object.fromEntries(
    flagFields.map((field) => [
      taskFields[field].flag,
      ofTrash(field, flagField(hasValue(taskColumn(field)))),
    ]),
  ),
  ...otherReaders,
}

function taskColumn<Field extends FilteredField | FlagField>(field: Field) {
  return `task.${columnOf(field)}` as const
}

/** By their own names, or by those which the API has for them. */
function readStates<State extends string>(
  values: readonly unknown[],
  names: Readonly<Record<string, State>>,
): State[] {
  return values.map((value) => names[value as string] ?? (value as State))
}

function someTag(value: object, at: FilterPath): Condition {
  return is({ kind: 'hasTag', where: readRelated(value, tagReaders, at) })
}

function noTag(value: object, at: FilterPath): Condition {
  return opposite(someTag(value, at))
}

function everyTag(value: object, at: FilterPath): Condition {
  const where = opposite(readRelated(value, tagReaders, at))
  return opposite(is({ kind: 'hasTag', where }))
}

function readRelated(
  value: object,
  fields: Record<string, FieldReader>,
  at: FilterPath,
): Condition {
  return readGroup(value, fields, { ...at, depth: at.depth + 1 })
}

/** A field that asks whether a task is in the trash includes the trash. */
function ofTrash(field: FilteredField | FlagField, read: FieldReader): FieldReader {
  if (field !== 'deletedAt') return read
  const readOfTrash: FieldReader = (value, at) => {
    // An empty comparator has no effect, so it doesn't include the trash either.
    if (Object.values(value).some((given) => given != null)) at.reading.speaksOfTrash = true
    return read(value, at)
  }
  return Object.assign(readOfTrash, { knowsNull: read.knowsNull })
}

function readSearch(value: unknown, at: FilterPath): Condition {
  countPart(at)
  const text = readText(value, at)
  if (text === undefined) return outsideTrash
  const terms = searchTerms(text)
  if (terms.length === 0 || text.length > textLimits.searchText.max)
    refuse(
      at,
      `A search has 1 to ${textLimits.searchText.max} characters, among them a letter, digit or emoji. Change it.`,
    )
  return allOf(terms.map(hasTerm))
}

function hasValue(column: Column): Condition {
  return opposite(is({ kind: 'isNull', column }))
}
