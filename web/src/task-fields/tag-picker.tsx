'use client'

import { textLimits } from '@tend/server/domain/limits'
import { checkText } from '@tend/server/domain/text/text'
import { v7 as createId } from 'uuid'
import { useAct } from '../model/actions/use-act.ts'
import { CreateTag } from '../model/documents/tag.mutations.ts'
import { findNextColor } from '../model/next-color.ts'
import { useShell } from '../model/shell/use-shell.ts'
import { Picker } from '../ui/layers/picker.tsx'
import { ColorDot } from '../ui/marks/color-dot.tsx'
import { showToast } from '../ui/toasts/toast-queue.ts'
import type { TaskPopupProps } from './task-popup-props.ts'
import { useTaskEdit } from './use-task-edit.ts'

/** The tags that all of the tasks have; one that doesn't exist yet is created from what was typed. */
export function TagPicker({ tasks, ...popup }: TaskPopupProps) {
  const edit = useTaskEdit(tasks)
  const act = useAct()
  const { tags } = useShell()
  const chosen = tags
    .map(({ id }) => id)
    .filter((id) => tasks.every((task) => task.tags.some((tag) => tag.id === id)))

  function toggle(id: string): void {
    const name = tags.find((tag) => tag.id === id)?.name
    if (chosen.includes(id)) edit({ removeTagIds: [id] }, `Removed “${name}”`)
    else edit({ addTagIds: [id] }, `Tagged “${name}”`)
  }

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
    <Picker
      label="Tags"
      hint="Find or create a tag"
      takes="several"
      items={tags.map(({ id, name, color }) => ({ id, name, sign: <ColorDot color={color} /> }))}
      chosen={chosen}
      onToggle={toggle}
      onCreate={create}
      {...popup}
    />
  )
}
