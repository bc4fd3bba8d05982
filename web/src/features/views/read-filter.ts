import type { DueState, Priority, StartState, TaskFilter } from '../../gql/graphql.ts'
import {
  type Condition,
  type ConditionGroup,
  type FilterModel,
  type Flag,
  isGroup,
  type Other,
} from './filter-model.ts'

type Comparator = Readonly<Record<string, unknown>>

/** A filter, also one from elsewhere, as the builder shows it. Never loses a part. */
export function readFilter(filter: TaskFilter): FilterModel {
  const entries = Object.entries(filter)
  if (entries.length === 1 && filter.or?.length) {
    return { match: 'any', parts: filter.or.map(readPart) }
  }
  return { match: 'all', parts: entries.flatMap(([name, value]) => readConjunct(name, value)) }
}

/** The parts of one conjunct; those of a nested `and` are lifted to its level. */
function readConjunct(name: string, value: unknown): (Condition | ConditionGroup)[] {
  if (name !== 'and' || !Array.isArray(value)) return [readPart({ [name]: value })]
  return (value as TaskFilter[]).map(readPart).flatMap((part): (Condition | ConditionGroup)[] => {
    const isPlain = isGroup(part) && part.match === 'all' && part.conditions.length > 0
    return isPlain ? [...part.conditions] : [part]
  })
}

function readPart(filter: TaskFilter): Condition | ConditionGroup {
  const entries = Object.entries(filter)
  if (entries.length > 1) {
    const conditions = entries.map(([name, value]) => readCondition({ [name]: value }))
    return { match: 'all', conditions }
  }
  if (filter.or?.length) return { match: 'any', conditions: filter.or.map(readCondition) }
  if (filter.and?.length) return { match: 'all', conditions: filter.and.map(readCondition) }
  return readCondition(filter)
}

function readCondition(filter: TaskFilter): Condition {
  const other: Other = { field: 'other', filter }
  const [entry, ...more] = Object.entries(filter)
  if (!entry || more.length > 0) return other
  const [name, value] = entry
  if (name === 'not') return negate(readCondition(value as TaskFilter)) ?? other
  return readField(name, value) ?? other
}

function negate(condition: Condition): Condition | undefined {
  if (condition.field === 'other') return undefined
  if ('is' in condition) return { ...condition, is: !condition.is }
  return { ...condition, not: !condition.not }
}

function readField(name: string, value: unknown): Condition | undefined {
  switch (name) {
    case 'search':
      return typeof value === 'string' && value.trim()
        ? { field: 'words', not: false, text: value }
        : undefined
    case 'completed':
      return readFlag('completed', value)
    case 'recurring':
      return readFlag('repeats', value)
    case 'hasReminder':
      return readFlag('reminder', value)
    case 'hasParent':
      return readFlag('subtask', value)
    case 'list':
      return readFlag('archived', readOnly(value, 'archived'))
    case 'listId':
      return readChoice('list', value)
    case 'priority':
      return readChoice('priority', value)
    case 'dueState':
      return readChoice('due', value)
    case 'startState':
      return readChoice('start', value)
    case 'tags':
      return readTags(value)
    case 'title':
      return readTitle(readOnly(value, 'containsIgnoreCase'))
    case 'dueOn':
      return readDays('dueWithin', readOnly(value, 'lte'), /^P(\d{1,4})D$/)
    case 'createdAt':
      return readDays('madeWithin', readOnly(value, 'gte'), /^-P(\d{1,4})D$/)
    default:
      return undefined
  }
}

/** The value of a comparator that has only this operator. */
function readOnly(comparator: unknown, operator: string): unknown {
  const entries = Object.entries((comparator ?? {}) as Comparator)
  return entries.length === 1 && entries[0]?.[0] === operator ? entries[0][1] : undefined
}

function readFlag(field: Flag['field'], comparator: unknown): Flag | undefined {
  const eq = readOnly(comparator, 'eq')
  const neq = readOnly(comparator, 'neq')
  if (typeof eq === 'boolean') return { field, is: eq }
  return typeof neq === 'boolean' ? { field, is: !neq } : undefined
}

function readChoice(
  field: 'list' | 'tag' | 'priority' | 'due' | 'start',
  comparator: unknown,
): Condition | undefined {
  for (const [operator, not] of [
    ['in', false],
    ['nin', true],
    ['eq', false],
    ['neq', true],
  ] as const) {
    const operand = readOnly(comparator, operator)
    const values = Array.isArray(operand) ? operand : operand === undefined ? [] : [operand]
    if (values.length === 0 || values.some((value) => typeof value !== 'string')) continue
    if (field === 'priority') return { field, not, values: values as Priority[] }
    if (field === 'due') return { field, not, values: values as DueState[] }
    if (field === 'start') return { field, not, values: values as StartState[] }
    return { field, not, values: values as string[] }
  }
  return undefined
}

function readTags(collection: unknown): Condition | undefined {
  const some = readChoice('tag', readOnly(readOnly(collection, 'some'), 'id'))
  // "Some tag is not this one" differs from "no tag is this one".
  if (some && 'not' in some && !some.not) return some
  const none = readChoice('tag', readOnly(readOnly(collection, 'none'), 'id'))
  return none && 'not' in none && !none.not ? negate(none) : undefined
}

function readTitle(text: unknown): Condition | undefined {
  const isPlain = typeof text === 'string' && text !== '' && text === text.trim()
  return isPlain ? { field: 'title', not: false, text } : undefined
}

function readDays(
  field: 'dueWithin' | 'madeWithin',
  duration: unknown,
  pattern: RegExp,
): Condition | undefined {
  const days = typeof duration === 'string' ? pattern.exec(duration)?.[1] : undefined
  return days === undefined ? undefined : { field, not: false, days: Number(days) }
}
