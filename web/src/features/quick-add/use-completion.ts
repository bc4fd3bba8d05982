import { type KeyboardEvent, useId, useState } from 'react'
import type { listSuggestions, Suggestion } from './completion.ts'
import { findLineReader } from './load-line-reader.ts'

export type Names = Parameters<typeof listSuggestions>[1]

export type Completion = {
  suggestions: readonly Suggestion[]
  /** The one that Enter takes; -1 for none. */
  active: number
  listId: string
  /** Takes the keys that belong to the open list; gives whether this was one. */
  onKeyDown: (event: KeyboardEvent) => boolean
  pick: (suggestion: Suggestion) => void
}

const none: readonly Suggestion[] = []

/**
 * Names that complete what is typed at the caret, chosen with the arrow keys; none until the grammar is
 * loaded, which brings them.
 */
export function useCompletion(
  { text, caret }: { text: string; caret: number },
  names: Names,
  onPick: (next: { text: string; caret: number }) => void,
): Completion {
  const listId = useId()
  const rules = findLineReader()?.completion
  const query = rules?.findNameQuery(text, caret)
  const key = query && `${query.start} ${query.query}`
  const [moved, setMoved] = useState<{ key: string | undefined; active: number }>()
  const [closedAt, setClosedAt] = useState<number>()
  const isOpen = query !== undefined && query.start !== closedAt
  const suggestions = rules && isOpen ? rules.listSuggestions(query, names) : none
  const usual = rules && query && !rules.isComplete(query, suggestions) ? 0 : -1
  const active = suggestions.length === 0 ? -1 : moved?.key === key ? (moved?.active ?? -1) : usual
  if (closedAt !== undefined && query?.start !== closedAt) setClosedAt(undefined)

  function pick(suggestion: Suggestion): void {
    if (rules && query) onPick(rules.complete(text, query, suggestion))
  }

  function onKeyDown(event: KeyboardEvent): boolean {
    if (suggestions.length === 0 || event.shiftKey || event.altKey) return false
    const chosen = suggestions[active]
    const count = suggestions.length
    if (event.key === 'ArrowDown') setMoved({ key, active: (active + 1) % count })
    else if (event.key === 'ArrowUp')
      setMoved({ key, active: active <= 0 ? count - 1 : active - 1 })
    else if (event.key === 'Escape') setClosedAt(query?.start)
    else if (chosen && (event.key === 'Enter' || event.key === 'Tab')) pick(chosen)
    else return false
    return true
  }

  return { suggestions, active, listId, onKeyDown, pick }
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}
