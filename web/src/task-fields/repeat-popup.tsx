'use client'

import type { Task } from '../model/documents/fields.ts'
import type { Reader } from '../time/due-words.ts'
import { Popover, type PopupProps } from '../ui/layers/popover.tsx'
import { RepeatForm } from './repeat/repeat-form.tsx'

export type RepeatPopupProps = PopupProps & { tasks: readonly Task[]; reader: Reader }

/** How tasks repeat: by words, by what is chosen most, or field by field. Needs `Temporal`. */
export function RepeatPopup({ tasks, reader, ...popup }: RepeatPopupProps) {
  return (
    <Popover label="Repeat" {...popup}>
      <RepeatForm tasks={tasks} reader={reader} onClose={popup.onClose} />
    </Popover>
  )
}
