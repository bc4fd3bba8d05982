import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { type Column, columnType, mayBeMissing } from '../../domain/filter/columns.ts'
import {
  asksForInbox,
  type Condition,
  listTests,
  type Scalar,
  type Test,
} from '../../domain/filter/condition.ts'
import { isUuid } from '../../domain/ids.ts'
import { foldCase } from '../../domain/text/fold-case.ts'
import type { SearchWord } from '../../domain/text/search-words.ts'
import type { TenantTables } from '../../tables.ts'

/** A query that includes the `task` table, and possibly others. */
export type TaskExpressions = ExpressionBuilder<TenantTables, 'task'>

/**
 * How tags and words are found: as PostgreSQL plans it, or for each row separately. PostgreSQL
 * wouldn't choose the latter for a few rows out of many.
 */
type LookUp = 'asPlanned' | 'rowByRow'

/** A condition as SQL, for a query on the table `task`. */
export function whereTask(
  eb: TaskExpressions,
  condition: Condition,
  lookUp: LookUp = 'asPlanned',
): Expression<SqlBool> {
  if ('test' in condition) {
    const { kind, test } = condition
    return kind === 'is' ? isTrue(eb, test, lookUp) : isNotTrue(eb, test, lookUp)
  }
  const parts = condition.of.map((part) => whereTask(eb, part, lookUp))
  return condition.kind === 'and' ? eb.and(parts) : eb.or(parts)
}

function isTrue(eb: TaskExpressions, test: Test, lookUp: LookUp): Expression<SqlBool> {
  switch (test.kind) {
    case 'isNull':
      return sql<SqlBool>`${sql.ref(test.column)} is null`
    case 'compare':
      if (!isPossible(test.column, test.value)) return sql<SqlBool>`false`
      return sql<SqlBool>`${sql.ref(test.column)} ${sql.raw(test.operator)} ${test.value}`
    case 'oneOf': {
      const values = test.values.filter((value) => isPossible(test.column, value))
      if (values.length === 0) return sql<SqlBool>`false`
      return sql<SqlBool>`${sql.ref(test.column)} in (${sql.join(values)})`
    }
    case 'text':
      return matchesText(test)
    case 'inList':
      return isInList(eb, test.where)
    case 'hasTag':
      return eb.exists(keepApart(tagsOfTask(eb, test.where, lookUp), lookUp))
    case 'hasWord':
      return eb.exists(keepApart(wordsOfTask(eb, test.term), lookUp))
  }
}

/** A text that is no UUID is nobody’s id. */
function isPossible(column: Column, value: Scalar): boolean {
  return columnType(column) !== 'uuid' || isUuid(String(value))
}

/**
 * An offset keeps PostgreSQL from turning the subquery into a join, or into a table of everything
 * it finds.
 */
function keepApart<Query extends { offset(count: number): Query }>(
  query: Query,
  lookUp: LookUp,
): Query {
  return lookUp === 'rowByRow' ? query.offset(0) : query
}

function isNotTrue(eb: TaskExpressions, test: Test, lookUp: LookUp): Expression<SqlBool> {
  if (test.kind === 'isNull') return sql<SqlBool>`${sql.ref(test.column)} is not null`
  const opposite = sql<SqlBool>`not (${isTrue(eb, test, lookUp)})`
  if (!('column' in test) || !mayBeMissing(test.column)) return opposite
  return sql<SqlBool>`(${opposite} or ${sql.ref(test.column)} is null)`
}

/** The rows of `task_word` that match a term. */
export function isWord({ word, isPrefix }: SearchWord, table = 'task_word'): Expression<SqlBool> {
  const column = sql.ref(`${table}.word`)
  if (!isPrefix) return sql<SqlBool>`${column} = ${word}`
  return sql<SqlBool>`(${column} >= ${word} and ${column} < ${wordsEnd(word)})`
}

/** What sorts after all words with a beginning, byte by byte: no word contains this code point. */
export function wordsEnd(prefix: string): string {
  return `${prefix}\u{10ffff}`
}

/**
 * The lists are looked up once, before any task. There is one inbox, so its tasks are a range of
 * the index by list.
 */
function isInList(eb: TaskExpressions, where: Condition): Expression<SqlBool> {
  const lists = eb
    .selectFrom('list')
    .select('list.id')
    .where((inner) => whereTask(inner as never, where))
  const column = sql.ref('task.list_id')
  if (asksForInbox(where)) return sql<SqlBool>`${column} = ${lists}`
  return sql<SqlBool>`${column} = any(array${lists})`
}

/**
 * A tag is read only where the filter asks for more than its id, and only once where there are many
 * rows.
 */
function tagsOfTask(eb: TaskExpressions, where: Condition, lookUp: LookUp) {
  const ties = eb
    .selectFrom('task_tag')
    .select('task_tag.tag_id')
    .whereRef('task_tag.task_id', '=', 'task.id')
  const tests = listTests(where)
  if (lookUp === 'rowByRow' && tests.length > 0 && tests.every(isOfTag)) {
    const tags = eb.selectFrom('tag').select('tag.id')
    const wanted = tags.where((inner) => whereTask(inner as never, where))
    return ties.where(sql<SqlBool>`task_tag.tag_id = any(array${wanted})`)
  }
  const tagged = tests.some(isOfTag) ? ties.innerJoin('tag', 'tag.id', 'task_tag.tag_id') : ties
  return tagged.where((inner) => whereTask(inner as never, where))
}

function wordsOfTask(eb: TaskExpressions, term: SearchWord) {
  return eb
    .selectFrom('task_word')
    .select('task_word.word')
    .whereRef('task_word.task_id', '=', 'task.id')
    .where(isWord(term))
}

function isOfTag(test: Test): boolean {
  return 'column' in test && test.column.startsWith('tag.')
}

function matchesText(test: Extract<Test, { kind: 'text' }>): Expression<SqlBool> {
  const column = sql.ref<string>(test.column)
  const text = test.ignoreCase ? foldCase(test.text) : test.text
  const escaped = text.replace(/[\\%_]/g, '\\$&')
  const open = test.match === 'contains' || test.match === 'endsWith' ? '%' : ''
  const close = test.match === 'contains' || test.match === 'startsWith' ? '%' : ''
  const pattern = `${open}${escaped}${close}`
  return sql<SqlBool>`${test.ignoreCase ? folded(column) : column} like ${pattern}`
}

// This noncharacter, which no text contains, keeps the dotless ı from being folded to i.
const dotlessI = sql.lit('\ufdd0')

/**
 * Does what `foldCase` does, in any locale of the database, even one that knows only ASCII's case.
 * Capitals come first, because ß has two of them; then come letters without a capital, and those
 * that end a word.
 */
export function folded(text: Expression<string>): Expression<string> {
  const lower = sql`lower(upper(replace(${text}, 'ı', ${dotlessI}) collate "und-x-icu"))`
  const letters = sql`replace(replace(replace(${lower}, 'ς', 'σ'), 'ß', 'ss'), ${dotlessI}, 'ı')`
  return sql<string>`(case when octet_length(${text}) = length(${text})
    then lower(${text} collate "C") else normalize(${letters} collate "C", NFC) end)`
}
