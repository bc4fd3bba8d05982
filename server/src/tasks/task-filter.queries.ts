import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { TenantTables } from '../db/tables.ts'
import type { SearchTerm } from '../domain/search-words.ts'
import type { Column, Condition, Test } from './condition.ts'

/** A query that has the `task` table in it, whatever else. */
export type TaskExpressions = ExpressionBuilder<TenantTables, 'task'>

/** A condition as SQL, to be put into a query on the table `task`. */
export function whereTask(eb: TaskExpressions, condition: Condition): Expression<SqlBool> {
  if ('test' in condition)
    return condition.kind === 'is' ? isTrue(eb, condition.test) : isNotTrue(eb, condition.test)
  const parts = condition.of.map((part) => whereTask(eb, part))
  return condition.kind === 'and' ? eb.and(parts) : eb.or(parts)
}

function isTrue(eb: TaskExpressions, test: Test): Expression<SqlBool> {
  switch (test.kind) {
    case 'isNull':
      return sql<SqlBool>`${sql.ref(test.column)} is null`
    case 'compare':
      return sql<SqlBool>`${sql.ref(test.column)} ${sql.raw(test.operator)} ${test.value}`
    case 'oneOf':
      if (test.values.length === 0) return sql<SqlBool>`false`
      return sql<SqlBool>`${sql.ref(test.column)} in (${sql.join(test.values)})`
    case 'text':
      return matchesText(test)
    case 'inList':
      return eb.exists(
        eb
          .selectFrom('list')
          .select('list.id')
          .whereRef('list.id', '=', 'task.list_id')
          .where((inner) => whereTask(inner as never, test.where)),
      )
    case 'hasTag':
      return hasTag(eb, test.where)
    case 'hasWord':
      return eb.exists(
        eb
          .selectFrom('task_word')
          .select('task_word.word')
          .whereRef('task_word.task_id', '=', 'task.id')
          .where(isWord(test.term)),
      )
  }
}

function isNotTrue(eb: TaskExpressions, test: Test): Expression<SqlBool> {
  if (test.kind === 'isNull') return sql<SqlBool>`${sql.ref(test.column)} is not null`
  const opposite = sql<SqlBool>`not (${isTrue(eb, test)})`
  if (!('column' in test) || !columnsWithNull.has(test.column)) return opposite
  return sql<SqlBool>`(${opposite} or ${sql.ref(test.column)} is null)`
}

const columnsWithNull: ReadonlySet<Column> = new Set<Column>([
  'task.description',
  'task.completed_at',
  'task.parent_id',
  'task.start_on',
  'task.due_on',
  'task.due_at',
  'task.recurrence_rule',
  'task.deleted_at',
])

/** The rows of `task_word` that a term means. */
export function isWord({ word, isPrefix }: SearchTerm, table = 'task_word'): Expression<SqlBool> {
  const column = sql.ref(`${table}.word`)
  if (!isPrefix) return sql<SqlBool>`${column} = ${word}`
  return sql<SqlBool>`(${column} >= ${word} and ${column} < ${wordsEnd(word)})`
}

/** What comes after all words with a beginning, byte by byte: no word has this code point in it. */
export function wordsEnd(prefix: string): string {
  return `${prefix}\u{10ffff}`
}

/** A tag is only looked at where more than its id is asked for. */
function hasTag(eb: TaskExpressions, where: Condition): Expression<SqlBool> {
  const ties = eb
    .selectFrom('task_tag')
    .select('task_tag.tag_id')
    .whereRef('task_tag.task_id', '=', 'task.id')
  const tagged = asksForTag(where) ? ties.innerJoin('tag', 'tag.id', 'task_tag.tag_id') : ties
  return eb.exists(tagged.where((inner) => whereTask(inner as never, where)))
}

function asksForTag(where: Condition): boolean {
  if ('of' in where) return where.of.some(asksForTag)
  return 'column' in where.test && where.test.column.startsWith('tag.')
}

function matchesText(test: Extract<Test, { kind: 'text' }>): Expression<SqlBool> {
  const column = sql.ref(test.column)
  const escaped = test.text.replace(/[\\%_]/g, '\\$&')
  const open = test.match === 'contains' || test.match === 'endsWith' ? '%' : ''
  const close = test.match === 'contains' || test.match === 'startsWith' ? '%' : ''
  const pattern = `${open}${escaped}${close}`
  // The database's own locale may know no case but that of ASCII.
  if (test.ignoreCase) return sql<SqlBool>`${column} collate "und-x-icu" ilike ${pattern}`
  return sql<SqlBool>`${column} like ${pattern}`
}
