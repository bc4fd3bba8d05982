import { isUuid } from '../domain/ids.ts'
import { pageSize } from '../domain/limits.ts'
import { badUserInput, type InputIssue } from '../errors.ts'

/** The arguments of a Relay connection, as a caller gave them. */
export interface PageArgs {
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

/** The sort keys of the row a page continues from, the id last. */
export type CursorKeys = readonly [...keys: string[], id: string]

/** What a cursor belongs to, and which keys it may hold: it comes back from outside. */
export interface Ordering {
  name: string
  acceptsKeys(keys: readonly string[]): boolean
}

/** Newest first: an instant, and the id where instants are equal. */
export function newestFirst(name: string): Ordering {
  const acceptsKeys = ([instant, id, ...rest]: readonly string[]) =>
    rest.length === 0 && isInstant(instant ?? '') && isUuid(id ?? '')
  return { name, acceptsKeys }
}

/** In our own form, and there on the calendar: PostgreSQL refuses 30 February and the year 0. */
function isInstant(text: string): boolean {
  const instant = new Date(text)
  return text.length === 24 && instant.getTime() >= yearOne && instant.toISOString() === text
}

const yearOne = Date.parse('0001-01-01T00:00:00Z')

export interface PageRequest {
  direction: 'forward' | 'backward'
  limit: number
  after: CursorKeys | undefined
  before: CursorKeys | undefined
}

export interface Page<Node> {
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
export function readPageArgs(args: PageArgs, ordering: Ordering): PageRequest {
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
 * which tells whether there is another page.
 */
export function toPage<Row>(
  rows: Row[],
  request: PageRequest,
  ordering: Ordering,
  keysOf: (row: Row) => CursorKeys,
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

function writeCursor(ordering: Ordering, keys: CursorKeys): string {
  return Buffer.from(JSON.stringify([ordering.name, ...keys])).toString('base64url')
}

function readCursor(
  name: 'after' | 'before',
  cursor: string | null | undefined,
  ordering: Ordering,
  issues: InputIssue[],
): CursorKeys | undefined {
  if (cursor == null) return undefined
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string')) {
      const [found, ...keys] = parts
      if (found === ordering.name && ordering.acceptsKeys(keys))
        return keys as unknown as CursorKeys
    }
  } catch {
    // Reported below like every other cursor that is not ours.
  }
  issues.push({
    path: [name],
    message: `${name} is no cursor of this connection and ordering. Take it from pageInfo or an edge.`,
  })
  return undefined
}
