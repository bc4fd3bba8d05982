import type { ReactNode } from 'react'
import type { ShortcutId } from '../../keyboard/shortcuts.ts'

/** Something the palette offers: a place to go to, or something to do. */
export type Command = {
  /** The same from day to day: what was used last is remembered by it. */
  id: string
  name: string
  /** The heading it is listed under. */
  group: string
  icon: ReactNode
  /** What there is to know of it besides, such as where a task is and when. */
  detail?: ReactNode
  /** Other words somebody may look for it by. */
  words?: string
  /** Whose keys are shown beside it. */
  shortcut?: ShortcutId
  run: () => void
}

/** The heading of what can be done anywhere. */
export const actionsGroup = 'Actions'
