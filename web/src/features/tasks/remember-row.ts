import { findOnPage, readMark } from '../../ui/landmarks.ts'
import { findTitle, listNearest, listRows, listSelector } from './task-focus.ts'

/**
 * Remembers the position of a row. The function gives its title or, once it has left its list,
 * that of the row in its place; the field for a new task when no row is left.
 */
export function rememberRow(id: string | undefined): () => HTMLElement | null {
  const row = findOnPage('taskRow', id)
  const list = row?.closest(listSelector)
  const rows = listRows().filter((other) => !list || list.contains(other))
  const index = row ? rows.indexOf(row) : 0
  const ids = listNearest(rows, index).map((other) => readMark(other, 'taskRow'))
  return () => {
    const now = new Map(listRows().map((other) => [readMark(other, 'taskRow'), other]))
    const nearest = ids.find((other) => now.has(other))
    return findTitle(now.get(nearest)) ?? findOnPage('addField') ?? null
  }
}
