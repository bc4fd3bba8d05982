import { foldCase } from '../text/fold-case.ts'
import { type Column, columnType } from './columns.ts'
import type { Condition, Scalar, Test } from './condition.ts'

/** Undefined: it can't be decided from the known values. */
export type Answer = boolean | undefined

/** Returns a row's value in a column; undefined when it isn't known. */
export type ReadColumn = (column: Column) => Scalar | null | undefined

/** A task with its list; `tags` are undefined when they aren't known. */
export type Judged = {
  read: ReadColumn
  tags: readonly ReadColumn[] | undefined
}

/**
 * Whether a condition is true for a task, with the same meaning as `whereTask` in SQL. Words of a search
 * aren't among the values of a task, so conditions that depend on them can't be decided.
 */
export function judge(condition: Condition, task: Judged): Answer {
  if ('test' in condition) {
    const answer = judgeTest(condition.test, task)
    return condition.kind === 'is' ? answer : negate(answer)
  }
  const ask = (part: Condition) => judge(part, task)
  return condition.kind === 'and' ? every(condition.of, ask) : some(condition.of, ask)
}

function judgeTest(test: Test, task: Judged): Answer {
  switch (test.kind) {
    case 'inList':
      return judge(test.where, task)
    case 'hasTag':
      return task.tags && some(task.tags, (read) => judge(test.where, { read, tags: undefined }))
    case 'hasWord':
      return undefined
    default: {
      const value = task.read(test.column)
      if (value === undefined) return undefined
      return test.kind === 'isNull' ? value === null : value !== null && judgeValue(test, value)
    }
  }
}

function judgeValue(
  test: Extract<Test, { kind: 'compare' | 'oneOf' | 'text' }>,
  value: Scalar,
): boolean {
  if (test.kind === 'text') return matchesText(test, String(value))
  const own = toComparable(test.column, value)
  if (test.kind === 'oneOf')
    return test.values.some((other) => own === toComparable(test.column, other))
  const other = toComparable(test.column, test.value)
  switch (test.operator) {
    case '=':
      return own === other
    case '<':
      return own < other
    case '<=':
      return own <= other
    case '>':
      return own > other
    case '>=':
      return own >= other
  }
}

/** Instants and ids have several spellings. */
function toComparable(column: Column, value: Scalar): Scalar {
  const type = columnType(column)
  if (type === 'timestamptz') return Date.parse(String(value))
  return type === 'uuid' ? String(value).toLowerCase() : value
}

function matchesText(
  { match, text, ignoreCase }: Extract<Test, { kind: 'text' }>,
  value: string,
): boolean {
  const [own, other] = ignoreCase ? [foldCase(value), foldCase(text)] : [value, text]
  switch (match) {
    case 'equals':
      return own === other
    case 'contains':
      return own.includes(other)
    case 'startsWith':
      return own.startsWith(other)
    case 'endsWith':
      return own.endsWith(other)
  }
}

function negate(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer
}

/** False as soon as one is false, even if others are unknown. */
function every<Part>(parts: readonly Part[], ask: (part: Part) => Answer): Answer {
  let answer: Answer = true
  for (const part of parts) {
    const one = ask(part)
    if (one === false) return false
    if (one === undefined) answer = undefined
  }
  return answer
}

function some<Part>(parts: readonly Part[], ask: (part: Part) => Answer): Answer {
  return negate(every(parts, (part) => negate(ask(part))))
}
