import {
  type Expression,
  type ExpressionBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely'
import { type KeysetOrdering, orderBy, readKeysetPage } from '../../db/keyset.ts'
import type { CursorValues, Page, PageRequest } from '../../db/page.ts'
import type { UserDatabase } from '../../db/user-database.ts'
import { allOf, type Condition, hasTerm } from '../../domain/filter/condition.ts'
import { type SearchTerm, type SearchWord, searchLimits } from '../../domain/text/search-words.ts'
import type { TenantTables } from '../../tables.ts'
import { isWord, whereTask, wordsEnd } from '../filter/task-filter.queries.ts'
import { findTasks, type Task } from '../task.queries.ts'

/**
 * The best first; equal results by descending id, so that the newer one is first where ids rise
 * with time.
 */
export function rankedOrder(terms: readonly SearchTerm[]): KeysetOrdering {
  const words = terms.map(({ word, isPrefix }) => (isPrefix ? `${word}*` : word))
  return orderBy(`search ${words.join(' ')}`, [
    { name: 'score', column: 'found.score', type: 'smallint', direction: 'desc' },
    { name: 'id', column: 'found.id', type: 'uuid', direction: 'desc' },
  ])
}

/**
 * A page of the tasks that have all the words, the best first: each word counts 4 in the title and
 * 2 in the description, and 1 less where it is only the beginning of a word.
 *
 * At most `searchLimits.results` tasks are ranked. Where more tasks have the rarest of the words,
 * those with exactly that word are ranked before the others, titles before descriptions, then
 * newest first.
 */
export async function searchTasks(
  db: UserDatabase,
  search: Search,
  request: PageRequest<CursorValues>,
): Promise<Page<Task>> {
  const found = await findRanked(db, search)
  const query = db.selectFrom(found.as('found')).select('found.id')
  const page = await readKeysetPage<{ id: string }>(query, rankedOrder(search.terms), request)
  const ids = page.edges.map((edge) => edge.node.id)
  const tasks = ids.length === 0 ? [] : await findTasks(db, ids)
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const edges = page.edges.flatMap(({ cursor, node: { id } }) => {
    const node = byId.get(id)
    return node ? [{ cursor, node }] : []
  })
  return { ...page, edges }
}

/** The total number of tasks that a search finds. */
export async function countFound(db: UserDatabase, search: Search): Promise<number> {
  const found = await findRanked(db, search)
  const { count } = await db
    .selectFrom(found.as('found'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export type Search = {
  /** At least one. */
  terms: readonly SearchTerm[]
  /** The conditions besides having the words. */
  condition: Condition
}

async function findRanked(db: UserDatabase, search: Search) {
  const rarest = await findRarest(db, search.terms)
  const candidates = listCandidates(db, search, rarest)
  return db
    .selectFrom(candidates.as('candidate'))
    .select((eb) => {
      const scores = search.terms.map((term) => scoreOf(eb as never, term))
      return ['candidate.id', sql<number>`${sql.join(scores, sql` + `)}`.as('score')]
    })
    .orderBy('score', 'desc')
    .orderBy('candidate.id', 'desc')
    .limit(searchLimits.results)
}

/** The term to begin with: the one with the fewest rows, so that few are looked at. */
async function findRarest(db: UserDatabase, terms: readonly SearchTerm[]): Promise<SearchTerm> {
  const [first, ...others] = terms
  if (!first) throw new Error('A search needs a word; searchTerms gave none')
  if (others.length === 0) return first
  const counts: Record<string, number | null> = await db
    .selectNoFrom((eb) =>
      terms.map((term, nth) => countRows(eb as never, term).as(nth.toString() as 'count')),
    )
    .executeTakeFirstOrThrow()
  const countOf = (nth: number) => counts[nth] ?? 0
  return terms.reduce(
    (best, term, nth) => (countOf(nth) < countOf(terms.indexOf(best)) ? term : best),
    first,
  )
}

// Two words that are in more tasks than this are both common, so it hardly matters which is rarer.
const countedRows = 20_000

function countRows(eb: ExpressionBuilder<TenantTables, never>, term: SearchTerm) {
  const isMeant = eb.or(listLeads(term).map((word) => isWord(word)))
  const rows = eb.selectFrom('task_word').select('word').where(isMeant).limit(countedRows)
  return eb
    .selectFrom(rows.as('some_words'))
    .select((inner) => inner.fn.countAll<number>().as('count'))
}

/** Ids of tasks that have all the words and match the conditions, as many as are ranked. */
function listCandidates(db: UserDatabase, { terms, condition }: Search, rarest: SearchTerm) {
  const others = terms.filter((term) => term !== rarest || term.parts)
  const matching = (isMeant: Expression<SqlBool>) =>
    db
      .selectFrom('task_word')
      .innerJoin('task', 'task.id', 'task_word.task_id')
      .select('task_word.task_id as id')
      .where(isMeant)
      .where((eb) => whereTask(eb as never, allOf([condition, ...others.map(hasTerm)])))
      .limit(searchLimits.results)
  const [first, ...more] = listLeads(rarest).flatMap(({ word, isPrefix }) => {
    const exact = bestFirst(matching(sql<SqlBool>`task_word.word = ${word}`))
    if (!isPrefix) return [exact]
    const isLonger = sql<SqlBool>`(task_word.word > ${word} and task_word.word < ${wordsEnd(word)})`
    return [exact, bestFirst(matching(isLonger).orderBy('task_word.word'))]
  })
  if (!first) throw new Error('Expected a word to look for first, found none')
  return more.reduce(
    (all, query) => all.union(db.selectFrom(query.as('candidate')).select('candidate.id')),
    db.selectFrom(first.as('candidate')).select('candidate.id'),
  )
}

/**
 * Words that find every task a term matches: its own word, and one of the alternatives of several
 * words.
 */
function listLeads({ parts, ...own }: SearchTerm): SearchWord[] {
  const longest = parts?.toSorted((a, b) => b.word.length - a.word.length)[0]
  return longest ? [own, longest] : [own]
}

/** The order of the index, so that reading stops at the limit. */
function bestFirst<Row>(query: SelectQueryBuilder<TenantTables, 'task_word' | 'task', Row>) {
  return query.orderBy('task_word.weight', 'desc').orderBy('task_word.task_id', 'desc')
}

function scoreOf(eb: ExpressionBuilder<TenantTables, never>, term: SearchTerm) {
  const own = scoreOfWord(eb, term)
  if (!term.parts) return own
  return sql<number>`greatest(${own}, least(${sql.join(term.parts.map((part) => scoreOfWord(eb, part)))}))`
}

function scoreOfWord(eb: ExpressionBuilder<TenantTables, never>, term: SearchWord) {
  const best = sql<number>`max(weight * 2 - case when word = ${term.word} then 0 else 1 end)`
  const score = eb
    .selectFrom('task_word')
    .select(best.as('score'))
    .where('task_word.task_id', '=', sql.ref<string>('candidate.id'))
    .where(isWord(term))
  return sql<number>`coalesce(${score}, 0)`
}
