import type { Draft } from './draft/draft.ts'
import { InputFile } from './files/input-file.ts'
import { toObject } from './files/json-values.ts'
import { isZip, unzip } from './files/unzip.ts'
import { ImportFileError } from './import-file-error.ts'
import { describeTable, type TableDescription } from './readers/describe-table.ts'
import { ImportReport } from './report.ts'
import type { ReadingContext, SourceName, SourceReader } from './source-reader.ts'
import { findReader } from './sources.ts'

/** What was in the files that somebody brought. */
export type FilesRead =
  | { source: 'tend'; file: InputFile }
  | {
      source: 'other'
      sources: SourceName[]
      draft: Draft
      report: ImportReport
      /** Of a table of no known app, so that its columns can be matched. */
      table: TableDescription | undefined
      readBytes: number
    }

const readable = /\.(?:csv|tsv|json|jsonl|ndjson|ics|ical|txt|text|md|markdown|org|org_archive)$/i
const ignored = /(?:^|\/)(?:__MACOSX\/|\.|filters\.json$|VERSION$)/

/**
 * Reads a file, or all in an archive, each by the reader that recognises it.
 *
 * @throws ImportFileError when one can't be read, or none is of a kind that Tend knows
 */
export function readFiles(name: string, bytes: Uint8Array, context: ReadingContext): FilesRead {
  if (bytes.length === 0) throw new ImportFileError('There is nothing in the file.')
  const report = new ImportReport()
  const files = isZip(bytes) ? openArchive(bytes, report) : [new InputFile(name, bytes)]
  const own = files.find(isOfTend)
  if (own && files.length > 1)
    throw new ImportFileError('Bring an export of Tend by itself, without other files.')
  if (own) return { source: 'tend', file: own }
  const known = chooseKnown(files, report)
  const draft: Draft = { lists: [], tasks: [] }
  for (const [file, reader] of known) readOne(file, reader, { draft, report, context })
  const isTable = known.length === 1 && known[0]?.[1].source === 'csv'
  return {
    source: 'other',
    sources: [...new Set(known.map(([, reader]) => reader.source))],
    ...{ draft, report },
    readBytes: files.reduce((sum, file) => sum + file.bytes.length, 0),
    table: isTable && known[0] ? describeTable(known[0][0], context.columns) : undefined,
  }
}

function openArchive(bytes: Uint8Array, report: ImportReport): InputFile[] {
  const isWanted = (path: string) => readable.test(path) && !ignored.test(path)
  const { files, skipped } = unzip(bytes, isWanted)
  for (const path of skipped)
    if (!ignored.test(path)) report.add('Attached files are left out.', path.split('/').at(-1))
  return files
}

function isOfTend(file: InputFile): boolean {
  const start = file.text.slice(0, 100_000)
  return (
    file.isJson && start.includes('"tend-export"') && toObject(file.json).format === 'tend-export'
  )
}

function chooseKnown(
  files: readonly InputFile[],
  report: ImportReport,
): [InputFile, SourceReader][] {
  const found = files.flatMap((file): [InputFile, SourceReader][] => {
    const reader = findReader(file)
    if (!reader) report.add('Files of kinds that Tend doesn’t know are left out.', file.name)
    return reader ? [[file, reader]] : []
  })
  // A text beside others says what they are.
  const sure = found.filter(([, { source }]) => source !== 'todotxt')
  const known = sure.length > 0 ? sure : found
  for (const [file] of found.filter((pair) => !known.includes(pair)))
    report.add('Files of kinds that Tend doesn’t know are left out.', file.name)
  if (known.length > 0) return known
  throw new ImportFileError(
    'Tend doesn’t know this kind of file. It reads exports of Todoist, TickTick, Microsoft To Do, Google Tasks, Apple Reminders, Things, Trello, Asana, Taskwarrior, Vikunja and Tend; calendars (ICS); todo.txt, Markdown and Org; and tables (CSV).',
  )
}

/** The keys of several files and apps must not meet. */
function readOne(
  file: InputFile,
  reader: SourceReader,
  { draft, report, context }: { draft: Draft; report: ImportReport; context: ReadingContext },
): void {
  const own: Draft = { lists: [], tasks: [] }
  reader.read(file, { draft: own, report, context })
  const mark = (key: string) => `${reader.source}:${key}`
  for (const list of own.lists) draft.lists.push({ ...list, key: mark(list.key) })
  for (const task of own.tasks)
    draft.tasks.push({
      ...task,
      key: mark(task.key),
      list: mark(task.list),
      parent: task.parent === undefined ? undefined : mark(task.parent),
    })
}
