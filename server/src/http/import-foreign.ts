import type { Viewer } from '../auth/viewer.ts'
import { badUserInput, limitExceeded } from '../errors.ts'
import { ImportFileError } from '../import-formats/import-file-error.ts'
import type { ImportPreview } from '../import-formats/preview.ts'
import { previewInWorker, readInWorker } from '../import-formats/read-in-worker.ts'
import { readImportContext } from '../transfer/import-context.ts'
import { countOverlap, type ImportOverlap } from '../transfer/import-overlap.ts'
import type { Spool } from '../transfer/spool.ts'
import { transferCost } from '../transfer/transfer-cost.ts'
import type { HttpExchange, TransferEndpointOptions } from './http-exchange.ts'
import type { ImportQuery } from './import-query.ts'

/** A file that has arrived, and whose it is. */
type Arrived = {
  spool: Spool
  query: ImportQuery
  viewer: Viewer
  exchange: HttpExchange
  options: TransferEndpointOptions
}

/**
 * What another app exported as an export of Tend.
 *
 * @throws AppError `BAD_USER_INPUT` or `LIMIT_EXCEEDED`, in words for the person
 */
export async function readForeign(arrived: Arrived): Promise<AsyncIterable<Uint8Array>> {
  const document = await explain(readInWorker(await toRead(arrived), watch(arrived)))
  return piecesOf(document)
}

/** What an import would bring, and how much of it is there already. */
export async function previewForeign(
  arrived: Arrived,
): Promise<ImportPreview & { overlap: ImportOverlap }> {
  const { preview, ids } = await explain(previewInWorker(await toRead(arrived), watch(arrived)))
  const { databases } = arrived.options.sources
  const split = (text: string) => (text === '' ? [] : text.split('\n'))
  const overlap = await databases.snapshotAsUser(arrived.viewer.userId, (db) =>
    countOverlap(db, { lists: split(ids.lists), tasks: split(ids.tasks) }),
  )
  return { ...preview, overlap }
}

async function toRead({ spool, query, viewer, options }: Arrived) {
  const { userId } = viewer
  const context = await options.sources.databases.snapshotAsUser(userId, readImportContext)
  const { name, choices, columns } = query
  return { name, choices, userId, context: { ...context, columns }, bytes: await readAll(spool) }
}

async function readAll(spool: Spool): Promise<Uint8Array> {
  const bytes = new Uint8Array(spool.byteLength)
  let length = 0
  for await (const chunk of spool.read()) {
    bytes.set(chunk, length)
    length += chunk.length
  }
  return bytes
}

function watch({ exchange, options, spool, viewer }: Arrived) {
  const gone = new AbortController()
  exchange.response.once('close', () => gone.abort())
  const { requestId } = exchange
  return {
    signal: gone.signal,
    // What arrived was charged already.
    onRead: (bytes: number) =>
      options.sources.budgets.charge(
        viewer.userId,
        Math.max(0, bytes - spool.byteLength) / transferCost.importedBytes,
      ),
    onUnexpected: (reason: string) =>
      options.logger.error({ requestId, reason }, 'a reader of another app’s files failed'),
  }
}

async function explain<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error
    const issue = { path: [], message: error.message }
    throw error.isLimit ? limitExceeded(issue, []) : badUserInput([issue])
  }
}

const pieceBytes = 65_536

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}
