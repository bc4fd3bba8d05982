import type { Task } from '../model/documents/fields.ts'
import type { UserClock } from '../time/due-words.ts'
import type { PopupProps } from '../ui/layers/popover.tsx'

/** The props of every popup for tasks, whatever it changes. */
export type TaskPopupProps = PopupProps & {
  /** One or several, in their current state. */
  tasks: readonly Task[]
  clock: UserClock
  /** Gives what gets the focus when it closes. */
  findReturn: () => HTMLElement | null
  /** Where somebody clicked, if it is to open there. */
  at?: { x: number; y: number } | undefined
}
