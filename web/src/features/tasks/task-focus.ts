import { findAround, findOnPage, listOnPage, readMark } from '../../ui/landmarks.ts'

export const listSelector = '[role="list"]'
const titleSelector = '[data-task-title]'

/**
 * Moves the focus to the row after (1) or before (-1) the focused one; from outside, from the row of the
 * task `fromId`, else to the first or last.
 */
export function moveTaskFocus(step: 1 | -1, fromId?: string): void {
  const rows = listRows()
  const from = findAround(document.activeElement, 'taskRow') ?? findOnPage('taskRow', fromId)
  const index = from ? rows.indexOf(from) : -1
  const target = index === -1 ? rows.at(step === 1 ? 0 : -1) : rows[index + step]
  if (index === 0 && step === -1) focusAddField()
  else if (target) stepTo(target)
}

/** Whether the row in focus was reached by stepping, and not by Tab or a click. */
export function hasStepped(): boolean {
  return stepped !== undefined && document.activeElement === stepped
}

/** Treats the row in focus as if it was not reached by stepping. */
export function leaveStep(): void {
  stepped = undefined
}

let stepped: Element | undefined

function stepTo(row: HTMLElement): void {
  const title = findTitle(row)
  title?.focus()
  title?.addEventListener('blur', leaveStep, { once: true })
  stepped = title
}

/**
 * Moves the focus away from rows that are about to go: to the nearest row below that stays, else the
 * nearest above, else the field for a new task.
 */
export function passTaskFocusOn(ids: readonly string[]): void {
  const rows = listRows()
  const going = new Set(ids)
  const goes = (row: HTMLElement) => going.has(readMark(row, 'taskRow') ?? '')
  const { activeElement } = document
  const fromBar = findAround(activeElement, 'bulkBar')
  const index = rows.findIndex((row) => (fromBar ? goes(row) : row.contains(activeElement)))
  const focused = rows[index]
  if (!focused || !goes(focused)) return
  const list = focused.closest(listSelector)
  const stays = (row: HTMLElement) => row.closest(listSelector) === list && !goes(row)
  const neighbour = listNearest(rows, index).find(stays)
  if (neighbour) focusTitle(neighbour)
  else focusAddField()
}

/** Focuses the row of a task, if it is there. */
export function focusTask(id: string): void {
  focusTitle(findOnPage('taskRow', id))
}

/** Focuses a row as soon as it is there again; stops trying after about half a second. */
export function focusTaskSoon(id: string, frames = 30): void {
  requestAnimationFrame(() => {
    const row = findOnPage('taskRow', id)
    if (row) focusTitle(row)
    else if (frames > 0) focusTaskSoon(id, frames - 1)
  })
}

export function focusAddField(): void {
  findOnPage('addField')?.focus()
}

/** Focuses the field for a new task if there is one in sight; gives whether there was. */
export function focusVisibleAddField(): boolean {
  const field = findOnPage('addField')
  const { top = 0, bottom = 0 } = field?.getBoundingClientRect() ?? {}
  if (!field || bottom <= top || top < 0 || bottom > window.innerHeight) return false
  field.focus()
  return true
}

export function isInAddField(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && readMark(element, 'addField') !== undefined
}

/** The id of the task whose row has the focus, or holds the element. */
export function findFocusedTask(element = document.activeElement): string | undefined {
  return readMark(findAround(element, 'taskRow'), 'taskRow')
}

/** Those from one on downwards, then those above it upwards: where the focus goes when it leaves. */
export function listNearest<Row>(rows: readonly Row[], index: number): Row[] {
  return [...rows.slice(index), ...rows.slice(0, index).reverse()]
}

export function listRows(): HTMLElement[] {
  return listOnPage('taskRow')
}

export function focusTitle(row: HTMLElement | undefined): void {
  findTitle(row)?.focus()
}

/** The part of a row that gets the focus: the link that opens its task. */
export function findTitle(row: HTMLElement | undefined): HTMLElement | undefined {
  return row?.querySelector<HTMLElement>(titleSelector) ?? undefined
}
