import type { DueState, TaskFilter } from '../../gql/graphql.ts'
import { type Clock, dueStateAt } from '../../time/due.ts'
import type { ReadTask } from '../read-task.ts'
import { comparePriorities } from './task-order.ts'

/** Undefined when it can't be told here, and the API must be asked. */
type Answer = boolean | undefined

type Comparator = Record<string, unknown>
type Question = { read: ReadTask; clock: Clock }

const dueStates = {
  overdue: 'OVERDUE',
  today: 'TODAY',
  next7days: 'NEXT_7_DAYS',
  later: 'LATER',
  none: 'NONE',
} as const satisfies Record<string, DueState>

/**
 * Whether a task is among those that a filter means, as the API's `TaskFilter` says; undefined when
 * the filter asks for something that the app doesn't hold or doesn't know how to compare.
 */
export function matchesFilter(filter: TaskFilter, question: Question): Answer {
  const matches = matchesPart(filter, question)
  if (speaksOf(filter, ['deleted', 'deletedAt'])) return matches
  return both(matches, negate(isPresent(question.read('deletedAt'))))
}

/** Whether a filter asks about any of these fields, in any of its parts. */
export function speaksOf(filter: TaskFilter, fields: readonly (keyof TaskFilter)[]): boolean {
  const parts = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not ? [filter.not] : [])]
  return fields.some((field) => field in filter) || parts.some((part) => speaksOf(part, fields))
}

function matchesPart(filter: TaskFilter, question: Question): Answer {
  return every(Object.entries(filter), ([name, value]) => {
    if (value === null || value === undefined) return true
    if (name === 'and') return every(value as TaskFilter[], (part) => matchesPart(part, question))
    if (name === 'or') return some(value as TaskFilter[], (part) => matchesPart(part, question))
    if (name === 'not') return negate(matchesPart(value as TaskFilter, question))
    return matchesField(name, value as Comparator, question)
  })
}

function matchesField(name: string, comparator: Comparator, { read, clock }: Question): Answer {
  switch (name) {
    case 'completed':
      return compare(read('completed'), comparator)
    case 'deleted':
      return compare(isPresent(read('deletedAt')), comparator)
    case 'recurring':
      return compare(isPresent(read('recurrence')), comparator)
    case 'hasParent':
      return compare(isPresent(read('parent')), comparator)
    case 'id':
      return compare(read('id'), comparator)
    case 'listId':
      return compare(read('list.id'), comparator)
    case 'parentId':
      return compare(read('parent.id'), comparator)
    case 'priority':
      return compare(read('priority'), comparator, comparePriorities)
    case 'dueState':
      return compare(readDueState(read, clock), comparator)
    case 'list':
      return every(Object.entries(comparator), ([part, value]) => matchesList(part, value, read))
    case 'tags':
      return matchesTags(comparator, read)
    default:
      return undefined
  }
}

function matchesList(name: string, comparator: unknown, read: ReadTask): Answer {
  if (name === 'id') return compare(read('list.id'), comparator as Comparator)
  if (name === 'isInbox') return compare(read('list.isInbox'), comparator as Comparator)
  if (name === 'archived') {
    return compare(isPresent(read('list.archivedAt')), comparator as Comparator)
  }
  return undefined
}

/** A tag by its id, which is what the app itself asks for. */
function matchesTags(comparator: Comparator, read: ReadTask): Answer {
  const keys = read('tags')
  if (!Array.isArray(keys)) return undefined
  const ids = keys.map((key) => String(key).replace(/^Tag:/, ''))
  return every(Object.entries(comparator), ([quantifier, filter]) => {
    const entries = Object.entries(filter as Record<string, Comparator>)
    const byId = entries.length === 1 && entries[0]?.[0] === 'id' ? entries[0][1] : undefined
    if (!byId) return undefined
    if (quantifier === 'some') return some(ids, (id) => compare(id, byId))
    if (quantifier === 'none') return negate(some(ids, (id) => compare(id, byId)))
    return undefined
  })
}

function readDueState(read: ReadTask, clock: Clock): DueState | undefined {
  const dueOn = read('dueOn')
  const dueAt = read('dueAt')
  if (dueOn === undefined || dueAt === undefined) return undefined
  return dueStates[dueStateAt({ dueOn, dueAt } as { dueOn: string; dueAt: string }, clock)]
}

function compare(
  value: unknown,
  comparator: Comparator,
  order?: (a: unknown, b: unknown) => number,
): Answer {
  if (value === undefined) return undefined
  return every(Object.entries(comparator), ([operator, operand]) => {
    if (operator === 'eq') return value === operand
    if (operator === 'neq') return value !== operand
    if (operator === 'in') return (operand as unknown[]).includes(value)
    if (operator === 'nin') return !(operand as unknown[]).includes(value)
    if (operator === 'null') return (value === null) === operand
    if (!order) return undefined
    const difference = order(value, operand)
    if (operator === 'lt') return difference < 0
    if (operator === 'lte') return difference <= 0
    if (operator === 'gt') return difference > 0
    if (operator === 'gte') return difference >= 0
    return undefined
  })
}

function isPresent(value: unknown): Answer {
  return value === undefined ? undefined : value !== null
}

function negate(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer
}

function both(a: Answer, b: Answer): Answer {
  if (a === false || b === false) return false
  return a === undefined || b === undefined ? undefined : true
}

function every<Part>(parts: readonly Part[], ask: (part: Part) => Answer): Answer {
  return parts.reduce<Answer>((answer, part) => both(answer, ask(part)), true)
}

function some<Part>(parts: readonly Part[], ask: (part: Part) => Answer): Answer {
  return negate(every(parts, (part) => negate(ask(part))))
}
