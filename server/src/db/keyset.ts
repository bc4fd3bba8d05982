import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { checkDay } from '../domain/dates/day.ts'
import { isUuid } from '../domain/ids.ts'
import {
  type CursorValue,
  type CursorValues,
  isInstant,
  type Ordering,
  type Page,
  type PageRequest,
  toPage,
} from './page.ts'

/** One key by which rows are sorted. */
export type SortKey = {
  /** Its name in cursors. */
  name: string
  /** The column with its table: `task.due_on`. */
  column: string
  type: 'instant' | 'day' | 'text' | 'smallint' | 'uuid'
  direction: 'asc' | 'desc'
  /** Where rows without a value are; left out for columns that always have one. */
  nulls?: 'first' | 'last' | undefined
  /** The column of the first key, if this one never has a value without that. */
  onlyWith?: string
  /** By the rules of languages instead of bytes; only for text. */
  collation?: 'und-x-icu'
}

export interface KeysetOrdering extends Ordering<CursorValues> {
  keys: readonly SortKey[]
}

/**
 * An order by any keys, the last of which must be one that no two rows share. Its name contains keys,
 * directions and positions of nulls, so that a cursor of another order is refused.
 */
export function orderBy(name: string, keys: readonly SortKey[]): KeysetOrdering {
  const parts = keys.map((key) => [key.name, key.direction, key.nulls].filter(Boolean).join('-'))
  return {
    name: [name, ...parts].join(' '),
    takesValues: true,
    keys,
    acceptsKeys: (values) =>
      values.length === keys.length && keys.every((key, nth) => accepts(key, values[nth])),
  }
}

function accepts(key: SortKey, value: CursorValue | undefined): boolean {
  if (value === null) return key.nulls !== undefined
  if (key.type === 'smallint') return Number.isInteger(value) && Math.abs(Number(value)) < 32_768
  if (typeof value !== 'string') return false
  if (key.type === 'instant') return isInstant(value)
  if (key.type === 'day') return checkDay(value).ok
  if (key.type === 'uuid') return isUuid(value)
  return value.length <= 1_000 && value.isWellFormed() && !value.includes('\0')
}

// biome-ignore lint/suspicious/noExplicitAny: keys are identified by name, whatever the query selects from.
type AnyQuery<Row> = SelectQueryBuilder<any, any, Row>

type KeysetOptions<Row> = {
  /** Columns in which the query's own conditions allow no null, so that there is no need to search for nulls. */
  present?: ReadonlySet<string>
  /** A cheaper way to the first rows of the page; returns undefined if it doesn't find enough. */
  findFirst?: (part: Part, wanted: number) => Promise<Row[] | undefined>
}

/**
 * Reads a page of a query in an order that the query itself does not have.
 *
 * Rows with and without the first key are read one after the other, the second only if the first don't fill the
 * page: each part is a simple range of an index, from the cursor on, however deep the page is and wherever
 * nulls are.
 */
export async function readKeysetPage<Row extends object>(
  query: AnyQuery<Row>,
  ordering: KeysetOrdering,
  request: PageRequest<CursorValues>,
  { present, findFirst }: KeysetOptions<Row> = {},
): Promise<Page<Row>> {
  const rows: Row[] = []
  for (const [nth, part] of splitKeyset(ordering.keys, request, present).entries()) {
    const wanted = request.limit + 1 - rows.length
    if (wanted <= 0) break
    const found = nth === 0 ? await findFirst?.(part, wanted) : undefined
    rows.push(...(found ?? (await readPart(query, ordering.keys, part).limit(wanted).execute())))
  }
  const cursors = new Map(rows.map((row) => [row, takeKeys(row, ordering.keys)]))
  return toPage(rows, request, ordering, (row) => cursors.get(row) ?? [])
}

/** The rows that have the first key, or those that don't. */
export type Part = {
  order: readonly SortKey[]
  where: Expression<SqlBool>[]
}

/** The parts of an order that a page may take rows from, in the order in which they are read. */
function splitKeyset(
  ordered: readonly SortKey[],
  request: Pick<PageRequest<CursorValues>, 'direction' | 'after' | 'before'>,
  present?: ReadonlySet<string>,
): Part[] {
  const forward = request.direction === 'forward'
  const keys = forward ? ordered : ordered.map(turned)
  const start = forward ? request.after : request.before
  const end = forward ? request.before : request.after
  const until = end ? [isBeyond(keys.map(turned), end)] : []
  const [first, ...others] = keys
  if (!first) return []
  const plain = [{ ...first, nulls: undefined }, ...others]
  const hasValue: Part = {
    order: plain,
    where: [...(start && start[0] !== null ? from(plain, start) : []), ...until],
  }
  if (!first.nulls || present?.has(first.column)) return [hasValue]
  const withValue = { ...hasValue, where: [isNull(first, 'is not null'), ...hasValue.where] }
  // Keys that have no effect here stay in the order, because an index has them.
  const independent = others.filter((key) => key.onlyWith !== first.column)
  const dependent = others.filter((key) => key.onlyWith === first.column)
  const rest = start?.filter((_, nth) => keys[nth] && independent.includes(keys[nth]))
  const without: Part = {
    order: plain,
    where: [
      ...[first, ...dependent].map((key) => isNull(key, 'is null')),
      ...(rest && start?.[0] === null ? from(independent, rest) : []),
      ...until,
    ],
  }
  const startsWithNull = start?.[0] === null
  if (first.nulls === 'last') return startsWithNull ? [without] : [withValue, without]
  return start && !startsWithNull ? [withValue] : [without, withValue]
}

function isNull(key: SortKey, test: 'is null' | 'is not null'): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(key.column)} ${sql.raw(test)}`
}

/** Applies a part to a query: its conditions and order, and the keys of each row for its cursor. */
export function readPart<Row>(
  query: AnyQuery<Row>,
  ordered: readonly SortKey[],
  part: Part,
): AnyQuery<Row> {
  let result = query
  for (const [nth, key] of ordered.entries())
    result = result.select(sql.ref(key.column).as(keyAlias(nth)) as never) as AnyQuery<Row>
  for (const condition of part.where) result = result.where(condition)
  for (const key of part.order) result = result.orderBy(orderTerm(key))
  return result
}

/** A key as it is in `order by`. */
export function orderTerm(key: SortKey) {
  const direction = sql.raw(key.direction)
  // If an index has it, its order or the reverse of it has the nulls there already.
  const nulls = key.nulls ? sql` nulls ${sql.raw(key.nulls)}` : sql``
  return sql`${operand(key)} ${direction}${nulls}`
}

/** Rows from a cursor on, in a form whose first condition an index can start at. */
function from(keys: readonly SortKey[], values: CursorValues): Expression<SqlBool>[] {
  const [first] = keys
  if (!first) return []
  const uniform = keys.every((key) => !key.nulls && key.direction === first.direction)
  if (uniform) {
    const columns = sql.join(keys.map(operand))
    const operator = sql.raw(first.direction === 'asc' ? '>' : '<')
    return [sql<SqlBool>`(${columns}) ${operator} (${sql.join(values)})`]
  }
  const beyond = isBeyond(keys, values)
  if (first.nulls) return [beyond]
  const operator = sql.raw(first.direction === 'asc' ? '>=' : '<=')
  return [sql<SqlBool>`${operand(first)} ${operator} ${values[0] ?? null}`, beyond]
}

/** Rows that come strictly after the values in the order of the keys. */
function isBeyond(keys: readonly SortKey[], values: CursorValues): Expression<SqlBool> {
  const [key, ...others] = keys
  if (!key) return sql<SqlBool>`false`
  const [value = null, ...otherValues] = values
  const after = comesAfter(key, value)
  const rest = isBeyond(others, otherValues)
  if (value === null) return sql<SqlBool>`(${after} or (${operand(key)} is null and ${rest}))`
  return sql<SqlBool>`(${after} or (${operand(key)} = ${value} and ${rest}))`
}

function comesAfter(key: SortKey, value: CursorValue): Expression<SqlBool> {
  if (value === null)
    return key.nulls === 'first' ? sql<SqlBool>`${operand(key)} is not null` : sql<SqlBool>`false`
  const operator = sql.raw(key.direction === 'asc' ? '>' : '<')
  const after = sql<SqlBool>`${operand(key)} ${operator} ${value}`
  return key.nulls === 'last' ? sql<SqlBool>`(${after} or ${operand(key)} is null)` : after
}

function operand(key: SortKey): Expression<unknown> {
  const column = sql.ref(key.column)
  return key.collation ? sql`${column} collate ${sql.raw(`"${key.collation}"`)}` : column
}

function turned(key: SortKey): SortKey {
  return {
    ...key,
    direction: key.direction === 'asc' ? 'desc' : 'asc',
    nulls: key.nulls && (key.nulls === 'first' ? 'last' : 'first'),
  }
}

function keyAlias(nth: number): string {
  return `sortKey${nth}`
}

/** The row's sort keys, which are no longer in it afterwards. */
function takeKeys(row: object, keys: readonly SortKey[]): CursorValue[] {
  const holder = row as Record<string, CursorValue>
  return keys.map((_, nth) => {
    const value = holder[keyAlias(nth)] ?? null
    delete holder[keyAlias(nth)]
    return value
  })
}
