import { findAround } from '../../ui/landmarks.ts'

/** The row that an event is about: its title and the space around it, not its buttons and fields. */
export function findRow(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element) || target.closest('button, input, textarea')) return undefined
  return findAround(target, 'taskRow')
}
