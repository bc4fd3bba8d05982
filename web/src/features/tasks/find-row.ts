import { findAround } from '../../ui/landmarks.ts'

/** The row that an event is about: its title and what surrounds it, not its buttons and fields. */
export function findRow(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element) || target.closest('button, input, textarea')) return undefined
  return findAround(target, 'taskRow')
}
