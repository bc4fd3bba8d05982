import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Scope, Viewer } from '../auth/viewer.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { forbidden } from '../errors.ts'
import { countAllTasks } from '../transfer/export.queries.ts'
import { exportCsv } from '../transfer/export-csv.ts'
import { exportIcs } from '../transfer/export-ics.ts'
import { exportJson } from '../transfer/export-json.ts'
import { exportMarkdown } from '../transfer/export-markdown.ts'
import { exportTodoTxt } from '../transfer/export-todo-txt.ts'
import { openSpool, type Spool } from '../transfer/spool.ts'
import { transferCost } from '../transfer/transfer-cost.ts'
import { refuse } from './answers.ts'
import { chooseEncoding, createCompressor, type Encoding } from './compression.ts'
import { setExpiryHeader } from './expiry-header.ts'
import type { HttpExchange, TransferEndpointOptions, TransferLimits } from './http-exchange.ts'
import { refuseFailure } from './refuse-failure.ts'

type ExportForm = {
  contentType: string
  /** Whether it has what is in the trash. */
  withTrash: boolean
  write(db: UserDatabase, viewer: Viewer, now: string): AsyncIterable<string>
}

const forms: Readonly<Record<string, ExportForm>> = {
  '/export.json': {
    contentType: 'application/json; charset=utf-8',
    withTrash: true,
    write: (db, { userId, scopes }, now) =>
      exportJson(db, { userId, now, includesProfile: scopes.has('account:read') }),
  },
  '/export.csv': { contentType: 'text/csv; charset=utf-8', withTrash: true, write: exportCsv },
  '/export.ics': {
    contentType: 'text/calendar; charset=utf-8',
    withTrash: false,
    write: exportIcs,
  },
  '/export.md': {
    contentType: 'text/markdown; charset=utf-8',
    withTrash: false,
    write: exportMarkdown,
  },
  '/export.txt': {
    contentType: 'text/plain; charset=utf-8',
    withTrash: false,
    write: exportTodoTxt,
  },
}

/** A complete export, on the disk. */
type ReadExport = {
  spool: Spool
  totalTasks: number
  /** RFC 3339; the moment of the export. */
  now: string
}

/**
 * `GET /export.json` and `/export.csv`: everything a person has, from one moment; the other forms have
 * the tasks outside the trash. It is read from the
 * database at the database's pace, and only then sent at the client's, which may be slow but not stop.
 * An answer that breaks off lacks its last chunk.
 */
export async function answerExport(
  exchange: HttpExchange,
  options: TransferEndpointOptions,
): Promise<void> {
  const { request, response, url, facts } = exchange
  const form = forms[url.pathname]
  if (request.method !== 'GET' || !form) {
    const message = 'An export is available by GET'
    const headers = { allow: 'GET, OPTIONS' }
    return refuse(exchange, { status: 405, code: 'BAD_USER_INPUT', message, headers })
  }
  try {
    const viewer = await options.authenticate(request.headers.authorization, 'fresh')
    facts.userId = viewer.userId
    setExpiryHeader(response, viewer)
    requireScopes(viewer, ['tasks:read'])
    await sendExport(exchange, options, form, viewer)
    // The slot is released only now, so that a client that has read everything can start again
    // immediately.
    response.end()
  } catch (error) {
    await refuseFailure(exchange, error, options.authenticate)
  }
}

async function sendExport(
  { request, response, url }: HttpExchange,
  options: TransferEndpointOptions,
  form: ExportForm,
  viewer: Viewer,
): Promise<void> {
  using _slot = options.transferSlots(viewer.userId)
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const read = await options.exportTurns(() => readExport(options, form, viewer, gone.signal))
  await using spool = read.spool
  const name = `tend-${read.now.slice(0, 10)}${url.pathname.slice('/export'.length)}`
  const encoding = chooseEncoding(request, response, spool.byteLength)
  response.writeHead(200, {
    ...(encoding && { 'content-encoding': encoding }),
    'content-type': form.contentType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    'x-total-tasks': read.totalTasks,
  })
  await sendSpool(spool, response, encoding, options.transferLimits)
}

async function readExport(
  { sources: { databases, budgets }, transferLimits }: TransferEndpointOptions,
  form: ExportForm,
  viewer: Viewer,
  gone: AbortSignal,
): Promise<ReadExport> {
  gone.throwIfAborted()
  budgets.spend(viewer, transferCost.entry)
  await using cleanup = new AsyncDisposableStack()
  const read = await databases.snapshotAsUser(viewer.userId, async (db) => {
    const now = new Date().toISOString()
    const totalTasks = await countAllTasks(db, form)
    const charge = (points: number) => budgets.charge(viewer.userId, points)
    const pieces = chargeFor(form.write(db, viewer, now), charge, gone)
    const spool = cleanup.use(await openSpool(pieces, transferLimits.maxExportBytes))
    return { spool, totalTasks, now }
  })
  // The end of the transaction may fail too; only now does the file belong to the caller.
  cleanup.move()
  return read
}

/** Charges for each piece when it is read. Reading stops when the caller has disconnected. */
async function* chargeFor(
  pieces: AsyncIterable<string>,
  charge: (points: number) => void,
  gone: AbortSignal,
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    gone.throwIfAborted()
    charge(piece.length / transferCost.exportedCharacters)
    yield piece
  }
}

/** Cuts off the answer when its client stops reading, or is too slow for all of it. */
async function sendSpool(
  spool: Spool,
  response: ServerResponse,
  encoding: Encoding | undefined,
  { stallSeconds, leastBytesPerSecond }: TransferLimits,
): Promise<void> {
  response.setTimeout(stallSeconds * 1000, () => response.destroy())
  const seconds = stallSeconds + spool.byteLength / leastBytesPerSecond
  const tooSlow = AbortSignal.timeout(Math.ceil(seconds * 1000))
  const options = { end: false, signal: tooSlow }
  if (encoding) await pipeline(spool.read(), createCompressor(encoding), response, options)
  else await pipeline(spool.read(), response, options)
}

/** @throws AppError `FORBIDDEN` */
export function requireScopes(viewer: Viewer, needed: readonly Scope[]): void {
  const lacking = needed.find((scope) => !viewer.scopes.has(scope))
  if (lacking) throw forbidden(viewer, lacking, 'this takes')
}
