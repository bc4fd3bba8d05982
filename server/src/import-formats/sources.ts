import type { InputFile } from './files/input-file.ts'
import { appleRemindersReader } from './readers/apple-reminders.reader.ts'
import { asanaReader } from './readers/asana.reader.ts'
import { calendarReader } from './readers/calendar.reader.ts'
import { googleTasksReader } from './readers/google-tasks.reader.ts'
import { markdownReader } from './readers/markdown.reader.ts'
import { microsoftReader } from './readers/microsoft-todo.reader.ts'
import { orgReader } from './readers/org.reader.ts'
import { tableReader } from './readers/table.reader.ts'
import { taskwarriorReader } from './readers/taskwarrior.reader.ts'
import { thingsReader } from './readers/things.reader.ts'
import { tickTickReader } from './readers/ticktick.reader.ts'
import { todoTxtReader } from './readers/todo-txt.reader.ts'
import { todoistCsvReader } from './readers/todoist-csv.reader.ts'
import { todoistJsonReader } from './readers/todoist-json.reader.ts'
import { trelloReader } from './readers/trello.reader.ts'
import { vikunjaReader } from './readers/vikunja.reader.ts'
import type { SourceReader } from './source-reader.ts'

const jsonReaders: readonly SourceReader[] = [
  ...[todoistJsonReader, googleTasksReader, microsoftReader, trelloReader, thingsReader],
  ...[taskwarriorReader, vikunjaReader, appleRemindersReader],
]
/** Those that say most about themselves come first. */
const textReaders: readonly SourceReader[] = [
  ...[calendarReader, todoistCsvReader, tickTickReader, asanaReader, orgReader, markdownReader],
  ...[tableReader, todoTxtReader],
]

export const readers: readonly SourceReader[] = [...jsonReaders, ...textReaders]

/** Who reads this file, by its content; undefined for what nobody knows. */
export function findReader(file: InputFile): SourceReader | undefined {
  const isJson = file.isJson && file.json !== undefined
  return (isJson ? jsonReaders : textReaders).find((reader) => reader.recognizes(file))
}
