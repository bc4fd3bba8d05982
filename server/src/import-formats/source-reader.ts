import type { DateFormats } from '../domain/dates/date-formats.ts'
import type { DateStyle } from '../domain/preferences.ts'
import type { Draft } from './draft/draft.ts'
import type { InputFile } from './files/input-file.ts'
import type { ImportReport } from './report.ts'

export const sourceNames = {
  todoist: 'Todoist',
  ticktick: 'TickTick',
  google: 'Google Tasks',
  microsoft: 'Microsoft To Do',
  calendar: 'a calendar file',
  apple: 'Apple Reminders',
  things: 'Things',
  todotxt: 'todo.txt',
  markdown: 'Markdown',
  trello: 'Trello',
  asana: 'Asana',
  taskwarrior: 'Taskwarrior',
  org: 'Org',
  vikunja: 'Vikunja',
  csv: 'a table',
  tend: 'Tend',
} as const
export type SourceName = keyof typeof sourceNames

/** What the meaning of a file depends on besides its bytes. */
export type ReadingContext = {
  /** RFC 3339 */
  now: string
  /** The person's. */
  timeZone: string
  weekStartsOn: DateFormats['weekStartsOn']
  dateStyle: DateStyle
  /** For a table of no known app: which column, from 0, holds what. */
  columns?: Readonly<Record<string, number>> | undefined
}

/** Where a reader puts what it finds. */
export type Reading = {
  draft: Draft
  report: ImportReport
  context: ReadingContext
}

/** Reads the files of one app. Pure: no clock, no I/O. */
export type SourceReader = {
  source: SourceName
  /** Every field that the app's files have, and what becomes of it; `docs/import.md` shows this. */
  fields: Readonly<Record<string, string>>
  /** By the file's content; its name only where the content says too little. */
  recognizes(file: InputFile): boolean
  /** @throws ImportFileError */
  read(file: InputFile, reading: Reading): void
}
