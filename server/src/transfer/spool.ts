import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { describeExcess } from '../domain/excess.ts'
import { limitExceeded, RetryLaterError } from '../errors.ts'

/** Bytes on the disk, so that their reader can be slow. Disposing it deletes them. */
export interface Spool extends AsyncDisposable {
  readonly byteLength: number
  /** Its first bytes. */
  readHead(length: number): Promise<Uint8Array>
  /** All of it from the beginning; one reader at a time. */
  read(): Readable
}

const noRoomRetrySeconds = 60

/**
 * Writes pieces to a file without a name: it is deleted while it is open, so that nothing of it remains,
 * whatever happens to the process. The file has its own folder (0700) and the mode 0600. Only one piece is in
 * memory at once.
 *
 * @throws AppError `LIMIT_EXCEEDED` when there is more than `maxBytes`, `SERVICE_UNAVAILABLE` when the
 *   disk has no room
 */
export async function openSpool(
  pieces: AsyncIterable<string | Uint8Array>,
  maxBytes: number,
  folder: string = tmpdir(),
): Promise<Spool> {
  try {
    await using cleanup = new AsyncDisposableStack()
    const file = await openNamelessFile(folder)
    cleanup.defer(() => file.close())
    const byteLength = await writeAll(file, pieces, maxBytes)
    const resources = cleanup.move()
    return {
      byteLength,
      async readHead(length) {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0)
        return buffer.subarray(0, bytesRead)
      },
      read: () => file.createReadStream({ start: 0, autoClose: false }),
      [Symbol.asyncDispose]: () => resources.disposeAsync(),
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error
    const message = `There is no room for the file at the moment. Try again in ${noRoomRetrySeconds} seconds.`
    throw new RetryLaterError('SERVICE_UNAVAILABLE', message, noRoomRetrySeconds)
  }
}

async function openNamelessFile(parent: string): Promise<FileHandle> {
  const folder = await mkdtemp(join(parent, 'tend-'))
  try {
    return await open(join(folder, 'spool'), 'wx+', 0o600)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeAll(
  file: FileHandle,
  pieces: AsyncIterable<string | Uint8Array>,
  maxBytes: number,
): Promise<number> {
  let byteLength = 0
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    byteLength += bytes.length
    if (byteLength > maxBytes) throw limitExceeded(describeExcess('exportBytes', { max: maxBytes }))
    await file.appendFile(bytes)
  }
  return byteLength
}
