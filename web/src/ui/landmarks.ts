/**
 * Elements that one feature marks and another looks for: a row can be dropped on the sidebar, though
 * neither feature knows the other. Each has an attribute of its own, written and read only here and by
 * styles; a copy of an element must lose them.
 */
export const landmarkAttributes = {
  /** A row of a list of tasks, by its task. */
  taskRow: 'data-task',
  /** The heading of the tasks of one day, by its day. */
  dayHeading: 'data-day',
  /** The heading of what is overdue, with what can be done about it. */
  overdueHeading: 'data-overdue',
  /** A place in the sidebar, by its address. */
  place: 'data-place',
  /** The subtasks of the open task, where others can be dropped, by that task. */
  subtasks: 'data-subtasks-of',
  /** The field of a place for a new task. */
  addField: 'data-add-task',
  /** Where a row shows what can be done with it. */
  rowActions: 'data-row-actions',
  /** A detail of a row that leads to a place, by its address. */
  placeChip: 'data-chip',
  /** The panel of the open task, by its id. */
  taskPanel: 'data-task-panel',
  /** What can be done with the selected rows. */
  bulkBar: 'data-bulk-bar',
} as const

export type Landmark = keyof typeof landmarkAttributes

/** The props that make an element a landmark. */
export function mark(landmark: Landmark, value = ''): Record<string, string> {
  return { [landmarkAttributes[landmark]]: value }
}

/** The closest one around an element, itself included. */
export function findAround(
  element: Element | null | undefined,
  landmark: Landmark,
): HTMLElement | undefined {
  return element?.closest<HTMLElement>(`[${landmarkAttributes[landmark]}]`) ?? undefined
}

/** The first element on the page with this landmark and value. */
export function findOnPage(landmark: Landmark, value = ''): HTMLElement | undefined {
  return listOnPage(landmark).find((one) => readMark(one, landmark) === value)
}

export function listOnPage(landmark: Landmark): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[${landmarkAttributes[landmark]}]`)]
}

/** The value of its landmark, such as a task's id. */
export function readMark(element: Element | undefined, landmark: Landmark): string | undefined {
  return element?.getAttribute(landmarkAttributes[landmark]) ?? undefined
}
