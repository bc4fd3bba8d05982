import { type Assembled, assemble, type ImportChoices } from './draft/assemble.ts'
import { createIds } from './draft/object-id.ts'
import { countParts, type ImportPreview, listIds, type PreviewedIds, showRows } from './preview.ts'
import { readFiles } from './read-files.ts'
import { type ReadingContext, sourceNames } from './source-reader.ts'

const entriesAtOnce = 1_000

export type ImportToRead = {
  /** Of the file; an archive's files have their own. */
  name: string
  bytes: Uint8Array
  userId: string
  context: ReadingContext
  choices: ImportChoices
}

/** A file of another app as an export of Tend. */
export type ImportRead = {
  /** `tend-export`, as `readTransferFile` takes it; of an export of Tend itself, as it is. */
  document: () => Uint8Array
  /** Undefined of an export of Tend. */
  preview: ImportPreview | undefined
  ids: PreviewedIds
  /** How much was read, unpacked. */
  readBytes: number
}

/**
 * Reads what somebody brings from another app. Pure: the same bytes for the same person at the same moment
 * give the same document.
 *
 * @throws ImportFileError in words for the person
 */
export function readImport({ name, bytes, userId, context, choices }: ImportToRead): ImportRead {
  const read = readFiles(name, bytes, context)
  if (read.source === 'tend')
    return {
      document: () => read.file.bytes,
      preview: undefined,
      ids: { lists: '', tasks: '' },
      readBytes: read.file.bytes.length,
    }
  const { draft, report, sources, table } = read
  const makeId = createIds(userId)
  const parts = assemble(draft, { context, choices, makeId, report })
  const titleless = table !== undefined && table.columns.title === undefined
  return {
    document: () => writeDocument(parts, context.now),
    ids: listIds(parts),
    readBytes: read.readBytes,
    preview: {
      sources: sources.map((source) => sourceNames[source]),
      counts: countParts(parts),
      found: {
        sections: new Set(
          draft.tasks.flatMap(({ list, section }) => (section ? [`${list}\n${section}`] : [])),
        ).size,
        completed: draft.tasks.filter(({ completedAt }) => completedAt !== undefined).length,
      },
      rows: showRows(parts),
      notes: report.notes,
      table,
      ...(titleless && { problem: 'No column has the titles. Choose which one does.' }),
    },
  }
}

/** In pieces, because the whole as one text would be in memory twice. */
function writeDocument(parts: Assembled, now: string): Uint8Array {
  const head = { format: 'tend-export', version: 1, exportedAt: now }
  const pieces = [Buffer.from(JSON.stringify(head).slice(0, -1))]
  for (const section of ['lists', 'tags', 'tasks'] as const) {
    const entries: readonly object[] = parts[section]
    pieces.push(Buffer.from(`,\n"${section}": [\n`))
    for (let from = 0; from < entries.length; from += entriesAtOnce) {
      const lines = entries.slice(from, from + entriesAtOnce).map((entry) => JSON.stringify(entry))
      pieces.push(Buffer.from(`${from === 0 ? '' : ',\n'}${lines.join(',\n')}`))
    }
    pieces.push(Buffer.from('\n]'))
  }
  return Buffer.concat([...pieces, Buffer.from('}\n')])
}
