import { writeReference } from '@tend/server/domain/quick-add/written-reference'

export type Sign = '#' | '@' | '!'

/** The range of a name that is being typed, from its sign to the caret. */
export type NameQuery = {
  readonly sign: Sign
  readonly query: string
  readonly start: number
  readonly end: number
}

export type Suggestion = { readonly id: string; readonly name: string; readonly inserts: string }

type Named = { readonly id: string; readonly name: string }

const mostSuggestions = 8
// A sign begins a word; more words may follow it, as names have spaces. Nothing follows the caret.
const beforeCaret = /(?<=^|[\s([{])(?<sign>[#@!])(?<query>[^#@!\n]{0,60})$/u
const priorities = ['Urgent', 'High', 'Medium', 'Low']

/** The name that is being typed at the caret; undefined when none is. */
export function findNameQuery(text: string, caret: number): NameQuery | undefined {
  if (/^[^\s.,;:!?)\]}]/u.test(text.slice(caret))) return undefined
  const found = beforeCaret.exec(text.slice(0, caret))
  if (!found?.groups) return undefined
  const { sign = '', query = '' } = found.groups
  return { sign: sign as Sign, query, start: found.index, end: caret }
}

/**
 * Names to complete a query with: those that begin with it first, then those with a word that does.
 * None once a name is typed in full and no other begins with it.
 */
export function listSuggestions(
  { sign, query }: NameQuery,
  names: { readonly lists: readonly Named[]; readonly tags: readonly Named[] },
): Suggestion[] {
  const wanted = fold(query.replace(/^["“„«]/u, ''))
  const found = candidates(sign, names).filter(({ name }) => matches(fold(name), wanted))
  const [first, ...others] = found.toSorted(
    (a, b) => Number(!fold(a.name).startsWith(wanted)) - Number(!fold(b.name).startsWith(wanted)),
  )
  if (!first || (others.length === 0 && fold(first.name) === wanted)) return []
  return [first, ...others].slice(0, mostSuggestions)
}

/** Whether a name is typed in full, so that Enter adds the task. */
export function isComplete({ query }: NameQuery, suggestions: readonly Suggestion[]): boolean {
  return suggestions.some(({ name }) => fold(name) === fold(query))
}

/** The text with a name in full, and a space for what follows. */
export function complete(
  text: string,
  { start, end }: NameQuery,
  { inserts }: Suggestion,
): { text: string; caret: number } {
  const rest = text.slice(end)
  const before = `${text.slice(0, start)}${inserts}${/^\s/u.test(rest) ? '' : ' '}`
  return { text: before + rest, caret: before.length + (/^\s/u.test(rest) ? 1 : 0) }
}

function candidates(
  sign: Sign,
  { lists, tags }: Parameters<typeof listSuggestions>[1],
): Suggestion[] {
  if (sign === '!')
    return priorities.map((name) => ({ id: name, name, inserts: `!${name.toLowerCase()}` }))
  const named = sign === '#' ? lists : tags
  return named.map(({ id, name }) => ({ id, name, inserts: writeReference(sign, name) }))
}

function matches(name: string, wanted: string): boolean {
  return name.startsWith(wanted) || name.split(/\s+/u).some((word) => word.startsWith(wanted))
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
