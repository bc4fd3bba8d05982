import { dueWords, priorityWords, startWords } from './condition-words.ts'
import {
  type Condition,
  type ConditionGroup,
  type FilterModel,
  type Flag,
  isComplete,
  isGroup,
  type Match,
} from './filter-model.ts'

/** The names of lists and tags, by their ids. */
export type Names = ReadonlyMap<string, string>

const flags: Record<Flag['field'], { yes: string; no: string }> = {
  completed: { yes: 'are completed', no: 'are open' },
  repeats: { yes: 'repeat', no: 'don’t repeat' },
  reminder: { yes: 'have a reminder', no: 'have no reminder' },
  subtask: { yes: 'are subtasks', no: 'aren’t subtasks' },
  archived: { yes: 'are in an archived list', no: 'aren’t in an archived list' },
}

/** A filter in plain English: "Tasks that are open and have urgent priority." */
export function describeFilter({ match, parts }: FilterModel, names: Names): string {
  const clauses = parts.flatMap((part) => describePart(part, names, match))
  return clauses.length > 0 ? `Tasks that ${join(clauses, match)}.` : 'All tasks'
}

function describePart(part: Condition | ConditionGroup, names: Names, outer: Match): string[] {
  if (!isGroup(part)) return isComplete(part) ? [describeCondition(part, names)] : []
  const clauses = part.conditions
    .filter(isComplete)
    .map((condition) => describeCondition(condition, names))
  if (clauses.length < 2 || part.match === outer) return clauses
  return [`${part.match === 'any' ? 'either' : 'both'} ${join(clauses, part.match)}`]
}

function describeCondition(condition: Condition, names: Names): string {
  const not = 'not' in condition && condition.not
  switch (condition.field) {
    case 'list':
      return `${not ? 'aren’t' : 'are'} in ${joinNames(condition.values, names, 'a deleted list')}`
    case 'tag':
      return `${not ? 'aren’t' : 'are'} tagged ${joinNames(condition.values, names, 'a deleted tag')}`
    case 'priority':
      return `${not ? 'don’t have' : 'have'} ${joinWords(condition.values, priorityWords)} priority`
    case 'due':
      return `${not ? 'aren’t' : 'are'} ${joinWords(condition.values, dueWords)}`
    case 'start':
      return `${not ? 'aren’t' : 'are'} ${joinWords(condition.values, startWords)}`
    case 'dueWithin':
      return `${not ? 'aren’t' : 'are'} due within ${countDays(condition.days)}`
    case 'madeWithin':
      return `were${not ? 'n’t' : ''} created in the last ${countDays(condition.days)}`
    case 'words':
      return `${not ? 'don’t mention' : 'mention'} “${condition.text.trim()}”`
    case 'title':
      return `${not ? 'don’t have' : 'have'} “${condition.text.trim()}” in their title`
    case 'other':
      return 'match a filter set through the API'
    default:
      return condition.is ? flags[condition.field].yes : flags[condition.field].no
  }
}

function joinNames(ids: readonly string[], names: Names, gone: string): string {
  return join(
    ids.map((id) => {
      const name = names.get(id)
      return name === undefined ? gone : `“${name}”`
    }),
    'any',
  )
}

function joinWords<Value extends string>(
  values: readonly Value[],
  words: readonly { value: Value; inSentence: string }[],
): string {
  const known = words.filter(({ value }) => values.includes(value))
  return join(
    known.map(({ inSentence }) => inSentence),
    'any',
  )
}

function join(parts: readonly string[], match: Match): string {
  const word = match === 'all' ? 'and' : 'or'
  if (parts.length < 3) return parts.join(` ${word} `)
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`
}

function countDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
