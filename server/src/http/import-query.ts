import { badUserInput, type InputIssue } from '../errors.ts'
import { type ImportChoices, sectionChoices } from '../import-formats/draft/assemble.ts'
import { tableColumnNames } from '../import-formats/readers/table-columns.ts'

const nameLength = 255
const maxColumn = 500

/** What the address of an import says. */
export type ImportQuery = {
  isPreview: boolean
  takesProfile: boolean
  restoresTrash: boolean
  /** What the file is called, by which some apps tell the list. */
  name: string
  choices: ImportChoices
  /** Of a table of no known app: which column, from 0, holds what. */
  columns: Readonly<Record<string, number>> | undefined
}

/** @throws AppError `BAD_USER_INPUT` with every problem */
export function readImportQuery({ searchParams }: URL): ImportQuery {
  const issues: InputIssue[] = []
  const isTrue = (name: string) => searchParams.get(name) === 'true'
  const sections = searchParams.get('sections') ?? 'lists'
  const known = sectionChoices.find((choice) => choice === sections)
  if (!known)
    issues.push({
      path: ['sections'],
      message: `sections must be one of ${sectionChoices.join(', ')}.`,
    })
  const query = {
    isPreview: isTrue('preview'),
    takesProfile: isTrue('profile'),
    restoresTrash: isTrue('restore'),
    name: (searchParams.get('name') ?? '').slice(0, nameLength).toWellFormed(),
    choices: { sections: known ?? 'lists', completed: searchParams.get('completed') !== 'false' },
    columns: readColumns(searchParams.get('columns'), issues),
  } as const
  if (issues.length > 0) throw badUserInput(issues)
  return query
}

/** `title:0,due:3` */
function readColumns(
  text: string | null,
  issues: InputIssue[],
): Readonly<Record<string, number>> | undefined {
  if (text === null) return undefined
  const columns: Record<string, number> = {}
  for (const part of text.split(',', tableColumnNames.length + 1)) {
    const [name = '', at = ''] = part.split(':')
    const isKnown = (tableColumnNames as string[]).includes(name)
    if (isKnown && /^\d{1,3}$/.test(at) && Number(at) < maxColumn) columns[name] = Number(at)
    else
      issues.push({
        path: ['columns'],
        message: `columns are written as title:0,due:3, with the names ${tableColumnNames.join(', ')}.`,
      })
  }
  return columns
}
