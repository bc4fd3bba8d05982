import { parentPort, workerData } from 'node:worker_threads'
import { ImportFileError } from './import-file-error.ts'
import { type ImportToRead, readImport } from './read-import.ts'
import type { WorkerAnswer } from './read-in-worker.ts'

const { isPreview, ...toRead } = workerData as ImportToRead & { isPreview: boolean }
parentPort?.postMessage(await answer())

async function answer(): Promise<WorkerAnswer> {
  try {
    const { document, preview, ids, readBytes } = readImport(toRead)
    if (!isPreview) return { ok: true, document: document(), readBytes }
    if (preview) return { ok: true, preview, ids, readBytes }
    // Loading what checks our own exports takes as long as reading most files.
    const { previewOwnExport } = await import('./preview-own-export.ts')
    return { ok: true, ...(await previewOwnExport(document())), readBytes }
  } catch (error) {
    if (error instanceof ImportFileError)
      return { ok: false, message: error.message, isLimit: error.isLimit }
    return { ok: false, isUnexpected: true, message: String((error as Error).stack ?? error) }
  }
}
