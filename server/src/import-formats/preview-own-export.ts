import { AppError } from '../errors.ts'
import { readTransferFile } from '../transfer/import-reader.ts'
import { Stint } from '../transfer/stint.ts'
import { ImportFileError } from './import-file-error.ts'
import { countParts, type ImportPreview, listIds, type PreviewedIds, showRows } from './preview.ts'
import { sourceNames } from './source-reader.ts'

/**
 * The preview of an export of Tend. The filters of its views aren't checked, which only the API's schema can.
 *
 * @throws ImportFileError with the first problems, each at its path
 */
export async function previewOwnExport(
  document: Uint8Array,
): Promise<{ preview: ImportPreview; ids: PreviewedIds }> {
  // Nobody waits for this thread.
  const stint = new Stint(async () => {})
  const file = await readTransferFile(chunksOf(document), () => [], stint).catch(explain)
  return {
    preview: {
      sources: [sourceNames.tend],
      counts: countParts(file),
      found: { sections: 0, completed: 0 },
      rows: showRows(file),
      notes: [],
    },
    ids: listIds(file),
  }
}

async function* chunksOf(document: Uint8Array): AsyncGenerator<Uint8Array> {
  yield document
}

function explain(error: unknown): never {
  if (!(error instanceof AppError)) throw error
  const places = (error.issues ?? []).map(({ path, message }) =>
    [path.join(' › '), message].filter(Boolean).join(': '),
  )
  throw new ImportFileError(places.join(' ') || error.message, {
    isLimit: error.code === 'LIMIT_EXCEEDED',
  })
}
