'use client'

import { textLimits } from '@tend/server/domain/limits'
import { checkText } from '@tend/server/domain/text/text'
import { v7 as createId } from 'uuid'
import { useAct } from '../model/actions/use-act.ts'
import { CreateTag } from '../model/documents/tag.mutations.ts'
import { findNextColor } from '../model/next-color.ts'
import { useShell } from '../model/shell/use-shell.ts'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { TagPicker } from './tag-picker.tsx'
import type { TaskPopupProps } from './task-popup-props.ts'
import { useTaskEdit } from './use-task-edit.ts'

/** The tags that all of the tasks have. */
export function TagPopup({ tasks, ...popup }: TaskPopupProps) {
  const edit = useTaskEdit(tasks)
  const act = useAct()
  const { tags } = useShell()
  const isChosen = ({ id }: { id: string }) =>
    tasks.every((task) => task.tags.some((tag) => tag.id === id))

  function create(text: string): void {
    const name = checkText(text, textLimits.tagName)
    if (!name.ok) {
      showToast({ text: name.message })
      return
    }
    const tag = { id: createId(), name: name.value, color: findNextColor(tags) }
    // They are sent in this order; only the second can be undone here, and the tag stays.
    void act({
      document: CreateTag,
      input: tag,
      failed: `The tag “${tag.name}” wasn’t created.`,
    }).then(({ ok }) => {
      if (ok) edit({ addTagIds: [tag.id] }, `Tagged “${tag.name}”`)
    })
  }

  return (
    <TagPicker
      isChosen={isChosen}
      onToggle={(tag) => {
        if (isChosen(tag)) edit({ removeTagIds: [tag.id] }, `Removed “${tag.name}”`)
        else edit({ addTagIds: [tag.id] }, `Tagged “${tag.name}”`)
      }}
      onCreate={create}
      {...popup}
    />
  )
}
