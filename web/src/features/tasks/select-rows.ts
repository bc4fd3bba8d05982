import { extendTo, toggleRow } from './selected-ranges.ts'
import { nothingSelected, selectRows } from './selection.ts'
import { listTasksAround, taskSelection } from './selection-store.ts'

/** Selects a row, or deselects it. */
export function toggleTask(id: string): void {
  taskSelection.replace(toggleRow(taskSelection.read(), id))
}

/** Extends the selection from the row chosen last to this one, within its list. */
export function selectTasksTo(id: string): void {
  const order = listTasksAround(id).map((task) => task.id)
  taskSelection.replace(extendTo(taskSelection.read(), order, id))
}

/** Selects these instead of whatever was selected. */
export function selectOnly(ids: readonly string[]): void {
  taskSelection.replace(selectRows(nothingSelected, ids))
}
