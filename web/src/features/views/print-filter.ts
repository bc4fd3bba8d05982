import type { TaskFilter } from '../../gql/graphql.ts'
import {
  type Condition,
  type ConditionGroup,
  type FilterModel,
  isComplete,
  isGroup,
  type Match,
} from './filter-model.ts'

/** The filter for the API; `readFilter` reads the same out of it. */
export function printFilter({ match, parts }: FilterModel): TaskFilter {
  return combine(match, parts.flatMap(printPart))
}

function printPart(part: Condition | ConditionGroup): TaskFilter[] {
  if (!isGroup(part)) return isComplete(part) ? [printCondition(part)] : []
  const conditions = part.conditions.filter(isComplete)
  return conditions.length > 0 ? [combine(part.match, conditions.map(printCondition))] : []
}

/** As a list, which keeps the order; the keys of a stored filter don't. */
function combine(match: Match, filters: readonly TaskFilter[]): TaskFilter {
  const [only, ...more] = filters
  if (!only) return {}
  if (match === 'any') return { or: [...filters] }
  return more.length > 0 ? { and: [...filters] } : only
}

function printCondition(condition: Condition): TaskFilter {
  const filter = printPositive(condition)
  return 'not' in condition && condition.not ? { not: filter } : filter
}

function printPositive(condition: Condition): TaskFilter {
  switch (condition.field) {
    case 'list':
      return { listId: { in: [...condition.values] } }
    case 'tag':
      return { tags: { some: { id: { in: [...condition.values] } } } }
    case 'priority':
      return { priority: { in: [...condition.values] } }
    case 'due':
      return { dueState: { in: [...condition.values] } }
    case 'start':
      return { startState: { in: [...condition.values] } }
    case 'words':
      return { search: condition.text.trim() }
    case 'title':
      return { title: { containsIgnoreCase: condition.text.trim() } }
    case 'dueWithin':
      return { dueOn: { lte: `P${condition.days}D` } }
    case 'madeWithin':
      return { createdAt: { gte: `-P${condition.days}D` } }
    case 'completed':
      return { completed: { eq: condition.is } }
    case 'repeats':
      return { recurring: { eq: condition.is } }
    case 'reminder':
      return { hasReminder: { eq: condition.is } }
    case 'subtask':
      return { hasParent: { eq: condition.is } }
    case 'archived':
      return { list: { archived: { eq: condition.is } } }
    case 'other':
      return condition.filter
  }
}
