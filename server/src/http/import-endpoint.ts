import { randomUUIDv7 } from 'node:crypto'
import { actorOf } from '../auth/viewer.ts'
import { importFile } from '../transfer/import.service.ts'
import { readTransferFile } from '../transfer/import-reader.ts'
import { openSpool, type Spool } from '../transfer/spool.ts'
import { transferCost } from '../transfer/transfer-cost.ts'
import { refuse, sendJson } from './answers.ts'
import { setExpiryHeader } from './expiry-header.ts'
import { requireScopes } from './export-endpoint.ts'
import type { HttpExchange, TransferEndpointOptions } from './http-exchange.ts'
import { previewForeign, readForeign } from './import-foreign.ts'
import { type ImportQuery, readImportQuery } from './import-query.ts'
import { isJsonRequest, meterNesting, readFileChunks } from './read-body.ts'
import { refuseFailure } from './refuse-failure.ts'

/** About 150,000 tasks as they usually are. */
const maxBytes = 50_000_000

/** How far into a JSON file it is looked for whose format it has. */
const headBytes = 1_000

/**
 * `POST /import`: imports an export of Tend or what another app exports, all of it or nothing. It is received
 * to the disk at its sender's pace, then read and checked, and only then written to the database, as one
 * mutation. With `?preview=true` nothing is written, and the answer says what would come. With
 * `?profile=true` the person's name, picture and preferences become those of the file; with
 * `?restore=true` objects that the file has outside the trash are restored from the account's trash.
 */
export async function answerImport(
  exchange: HttpExchange,
  options: TransferEndpointOptions,
): Promise<void> {
  const { request, response } = exchange
  if (request.method !== 'POST') {
    const message = 'An import is sent by POST'
    const headers = { allow: 'POST, OPTIONS' }
    return refuse(exchange, { status: 405, code: 'BAD_USER_INPUT', message, headers })
  }
  try {
    sendJson(response, 200, { data: await takeIn(exchange, options) })
  } catch (error) {
    await refuseFailure(exchange, error, options.authenticate)
  }
}

async function takeIn(exchange: HttpExchange, options: TransferEndpointOptions) {
  const { request, response, facts } = exchange
  const viewer = await options.authenticate(request.headers.authorization, 'fresh')
  facts.userId = viewer.userId
  setExpiryHeader(response, viewer)
  const query = readImportQuery(exchange.url)
  requireScopes(viewer, query.isPreview ? ['tasks:read'] : ['tasks:write'])
  // Only a token that may manage the account may change it; one that may read it must not.
  if (query.takesProfile) requireScopes(viewer, ['account:manage'])
  using _slot = options.transferSlots(viewer.userId)
  options.sources.budgets.spend(viewer, transferCost.entry)
  const { stallSeconds, leastBytesPerSecond } = options.transferLimits
  const timeoutSeconds = stallSeconds + maxBytes / leastBytesPerSecond
  const chunks = readFileChunks(request, { maxBytes, timeoutSeconds, stallSeconds })
  await using spool = await openSpool(chunks, maxBytes)
  return await options.importTurns(() => importSpool(spool, query, exchange, options))
}

async function importSpool(
  spool: Spool,
  query: ImportQuery,
  exchange: HttpExchange,
  options: TransferEndpointOptions,
) {
  const { request } = exchange
  // The token may have ended while the file was arriving.
  const viewer = await options.authenticate(request.headers.authorization, 'fresh')
  const charge = (points: number) => options.sources.budgets.charge(viewer.userId, points)
  charge(spool.byteLength / transferCost.importedBytes)
  const foreign = { spool, query, viewer, exchange, options }
  if (query.isPreview) return await previewForeign(foreign)
  const isSentAsJson = isJsonRequest(request)
  const isOwn = isOwnExport(String(await spool.readHead(headBytes)), isSentAsJson)
  const document = isOwn ? spool.read() : await readForeign(foreign)
  // What was sent as JSON was measured while it arrived.
  const measured = isSentAsJson && isOwn ? document : meterNesting(document)
  const file = await readTransferFile(untilGone(measured, exchange), options.checkView)
  const mutation = { id: randomUUIDv7(), actor: actorOf(viewer) }
  const counts = await options.sources.databases.mutateAsUser(viewer.userId, mutation, (db) =>
    importFile(db, file, {
      takesProfile: query.takesProfile,
      restoresTrash: query.restoresTrash,
      placesListsLast: !isOwn,
      onAdded: (count) => charge(count * transferCost.addedObject),
    }),
  )
  const { lists, tasks } = counts
  const hasChanged =
    Object.values(counts).some(({ added }) => added > 0) || lists.restored + tasks.restored > 0
  return { ...counts, mutationId: hasChanged ? mutation.id : null }
}

/** What isn't JSON although its type says so is refused as a broken export. */
function isOwnExport(head: string, isSentAsJson: boolean): boolean {
  if (!/^\ufeff?\s*[[{]/.test(head)) return isSentAsJson
  return /"format"\s*:/.test(head)
}

/** Stops reading when the caller has disconnected: nobody would get the result, and nothing is done yet. */
async function* untilGone(
  chunks: AsyncIterable<Uint8Array>,
  { response }: HttpExchange,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (response.destroyed) throw new Error('Who sent the file has gone')
    yield chunk
  }
}
