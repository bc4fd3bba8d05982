import { Worker } from 'node:worker_threads'
import { ImportFileError } from './import-file-error.ts'
import type { ImportPreview, PreviewedIds } from './preview.ts'
import type { ImportToRead } from './read-import.ts'

/** What reading may take; a file of 50 MB takes a quarter of it. */
const limits = { seconds: 60, heapMb: 400, stackMb: 4 } as const

export type WorkerAnswer =
  | { ok: true; document: Uint8Array; readBytes: number }
  | { ok: true; preview: ImportPreview; ids: PreviewedIds; readBytes: number }
  | { ok: false; message: string; isLimit?: boolean; isUnexpected?: boolean }

/**
 * Reads a file of another app in a thread of its own: it doesn't delay anybody, has no secrets of the process
 * in its environment, and ends when it takes too long or too much memory, whatever the file is.
 *
 * @param onUnexpected called with what a reader did not foresee, for the log
 * @throws ImportFileError in words for the person
 */
export function readInWorker(toRead: ImportToRead, watch: ReadingWatch): Promise<Uint8Array> {
  return run(toRead, false, watch).then((answer) => {
    if (!('document' in answer)) throw new Error('Expected a document, found a preview')
    return answer.document
  })
}

/** As `readInWorker`, but what it would bring, and the ids it would have. */
export function previewInWorker(
  toRead: ImportToRead,
  watch: ReadingWatch,
): Promise<{ preview: ImportPreview; ids: PreviewedIds }> {
  return run(toRead, true, watch).then((answer) => {
    if (!('preview' in answer)) throw new Error('Expected a preview, found a document')
    return answer
  })
}

export type ReadingWatch = {
  /** Ends the reading: nobody wants its result any more. */
  signal: AbortSignal
  onUnexpected: (reason: string) => void
  /** Called with how many bytes were read, unpacked. */
  onRead: (bytes: number) => void
}

type Success = Extract<WorkerAnswer, { ok: true }>

async function run(
  toRead: ImportToRead,
  isPreview: boolean,
  { signal, onUnexpected, onRead }: ReadingWatch,
): Promise<Success> {
  const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), {
    workerData: { ...toRead, isPreview },
    transferList: [toRead.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, stackSizeMb: limits.stackMb },
    env: {},
    execArgv: [],
  })
  try {
    const answer = await waitFor(
      worker,
      AbortSignal.any([signal, AbortSignal.timeout(limits.seconds * 1000)]),
    )
    if (answer.ok) {
      onRead(answer.readBytes)
      return answer
    }
    if (!answer.isUnexpected)
      throw new ImportFileError(answer.message, { isLimit: answer.isLimit === true })
    onUnexpected(answer.message)
    throw new ImportFileError(unforeseen)
  } catch (error) {
    if (error instanceof ImportFileError || signal.aborted) throw error
    const { name, code } = error as NodeJS.ErrnoException
    if (name === 'TimeoutError' || code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new ImportFileError(tooMuch, { isLimit: true })
    onUnexpected(String(error))
    throw new ImportFileError(unforeseen)
  } finally {
    await worker.terminate()
  }
}

const unforeseen =
  'Something in the file is not as Tend expects it, and it can’t be read. Export it again, or save it as CSV.'
const tooMuch = 'The file takes more time or memory than one import may. Split it into several.'

function waitFor(worker: Worker, signal: AbortSignal): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', () => reject(new Error('The reader ended without an answer')))
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
