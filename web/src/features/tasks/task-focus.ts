const rowSelector = '[data-task]'
const titleSelector = '[data-task-title]'
const addFieldSelector = '[data-add-task]'

/** Moves the focus to the row after (1) or before (-1) the focused one; from outside, to the first or last. */
export function moveTaskFocus(step: 1 | -1): void {
  const rows = listRows()
  const index = rows.findIndex((row) => row.contains(document.activeElement))
  const target = index === -1 ? rows.at(step === 1 ? 0 : -1) : rows[index + step]
  if (index === 0 && step === -1) focusAddField()
  else focusTitle(target)
}

/**
 * For a row that is about to go: when it has the focus, the row below gets it, else the one above,
 * else the field for a new task.
 */
export function passTaskFocusOn(id: string): void {
  const rows = listRows()
  const index = rows.findIndex((row) => row.dataset.task === id)
  if (!rows[index]?.contains(document.activeElement)) return
  const list = rows[index].parentElement
  const neighbour = [rows[index + 1], rows[index - 1]].find((row) => row?.parentElement === list)
  if (neighbour) focusTitle(neighbour)
  else focusAddField()
}

/** Focuses a row as soon as it stands there again; gives up after about half a second. */
export function focusTaskSoon(id: string, frames = 30): void {
  requestAnimationFrame(() => {
    const row = listRows().find((candidate) => candidate.dataset.task === id)
    if (row) focusTitle(row)
    else if (frames > 0) focusTaskSoon(id, frames - 1)
  })
}

export function focusAddField(): void {
  document.querySelector<HTMLElement>(addFieldSelector)?.focus()
}

function listRows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(rowSelector)]
}

function focusTitle(row: HTMLElement | undefined): void {
  row?.querySelector<HTMLElement>(titleSelector)?.focus()
}
