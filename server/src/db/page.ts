import { pageSize } from '../domain/limits.ts'
import { badUserInput, type InputIssue } from '../errors.ts'

/** The arguments of a Relay connection, as a caller gave them. */
export type PageArgs = {
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

/** The sort keys of the row a page continues from, the id last. */
export type CursorKeys = readonly [...keys: string[], id: string]

/** The sort keys of orderings that allow more than text; null where the row has none. */
export type CursorValue = string | number | null
export type CursorValues = readonly CursorValue[]

/**
 * What a cursor belongs to, and which keys it may have: it comes back from outside. The name
 * distinguishes orderings and their directions.
 */
export type Ordering<Keys extends CursorValues = CursorKeys> = {
  name: string
  /** Set when keys may be numbers and null; otherwise only text gets as far as `acceptsKeys`. */
  takesValues?: true
  acceptsKeys(keys: readonly Keys[number][]): boolean
}

/** In our own form, and on the calendar: PostgreSQL refuses 30 February and the year 0. */
export function isInstant(text: string): boolean {
  const instant = new Date(text)
  return text.length === 24 && instant.getTime() >= yearOne && instant.toISOString() === text
}

const yearOne = Date.parse('0001-01-01T00:00:00Z')

export type PageRequest<Keys extends CursorValues = CursorKeys> = {
  direction: 'forward' | 'backward'
  limit: number
  after: Keys | undefined
  before: Keys | undefined
}

export type Page<Node> = {
  edges: { cursor: string; node: Node }[]
  pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
}

/**
 * Checks the arguments of a connection and reads its cursors.
 *
 * @throws AppError `BAD_USER_INPUT` with every problem
 */
export function readPageArgs<Keys extends CursorValues = CursorKeys>(
  args: PageArgs,
  ordering: Ordering<Keys>,
): PageRequest<Keys> {
  const issues: InputIssue[] = []
  if (args.first != null && args.last != null)
    issues.push({ path: ['last'], message: 'Give first or last, not both.' })
  for (const name of ['first', 'last'] as const) {
    const size = args[name]
    if (size != null && (size < pageSize.min || size > pageSize.max))
      issues.push({
        path: [name],
        message: `${name} must be from ${pageSize.min} to ${pageSize.max}, and is ${size}.`,
      })
  }
  const after = readCursor('after', args.after, ordering, issues)
  const before = readCursor('before', args.before, ordering, issues)
  if (issues.length > 0) throw badUserInput(issues)
  const limit = args.first ?? args.last ?? pageSize.default
  return { direction: args.last != null ? 'backward' : 'forward', limit, after, before }
}

/**
 * Makes a page of rows that were read in the request's direction with one row more than its limit,
 * which shows whether there is another page.
 */
export function toPage<Row, Keys extends CursorValues = CursorKeys>(
  rows: Row[],
  request: PageRequest<Keys>,
  ordering: Ordering<Keys>,
  keysOf: (row: Row) => Keys,
): Page<Row> {
  const hasMore = rows.length > request.limit
  const kept = rows.slice(0, request.limit)
  if (request.direction === 'backward') kept.reverse()
  const edges = kept.map((node) => ({ cursor: writeCursor(ordering, keysOf(node)), node }))
  const forward = request.direction === 'forward'
  return {
    edges,
    pageInfo: {
      hasNextPage: forward ? hasMore : request.before !== undefined,
      hasPreviousPage: forward ? request.after !== undefined : hasMore,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

function writeCursor<Keys extends CursorValues>(ordering: Ordering<Keys>, keys: Keys): string {
  return Buffer.from(JSON.stringify([ordering.name, ...keys])).toString('base64url')
}

function readCursor<Keys extends CursorValues>(
  name: 'after' | 'before',
  cursor: string | null | undefined,
  ordering: Ordering<Keys>,
  issues: InputIssue[],
): Keys | undefined {
  if (cursor == null) return undefined
  const keys = parseCursor(cursor, ordering.name)
  const isText = keys?.every((key) => typeof key === 'string')
  if (keys && (isText || ordering.takesValues) && ordering.acceptsKeys(keys))
    return keys as unknown as Keys
  issues.push({
    path: [name],
    message: `${name} is no cursor of this connection and ordering. Take it from pageInfo or an edge.`,
  })
  return undefined
}

function parseCursor(cursor: string, orderingName: string): CursorValue[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(parts) || parts[0] !== orderingName) return undefined
    const keys: unknown[] = parts.slice(1)
    return keys.every(isCursorValue) ? keys : undefined
  } catch {
    return undefined
  }
}

function isCursorValue(value: unknown): value is CursorValue {
  return value === null || typeof value === 'string' || typeof value === 'number'
}
