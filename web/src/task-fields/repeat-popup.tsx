'use client'

import { Popover } from '../ui/layers/popover.tsx'
import { RepeatForm } from './repeat/repeat-form.tsx'
import type { TaskPopupProps } from './task-popup-props.ts'

/** How tasks repeat: by words, by a preset, or field by field. Needs `Temporal`. */
export function RepeatPopup({ tasks, clock, ...popup }: TaskPopupProps) {
  return (
    <Popover label="Repeat" {...popup}>
      <RepeatForm tasks={tasks} clock={clock} onClose={popup.onClose} />
    </Popover>
  )
}
