'use client'

import { textLimits } from '@tend/server/domain/limits'
import { tagNameKey } from '@tend/server/domain/text/tag-name'
import { useState } from 'react'
import type { Outcome } from '../../graphql/run-mutation.ts'
import { findNextColor } from '../../model/next-color.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import { ColorField } from '../../ui/fields/color-field.tsx'
import { NameForm } from '../../ui/fields/name-form.tsx'
import type { OwnDialogProps } from './list-dialog.tsx'
import { useTagActions } from './use-tag-actions.ts'

/** Creates or changes a tag: its name and its colour. */
export function TagDialog({ id, ...dialog }: OwnDialogProps) {
  const { tags } = useShell()
  const actions = useTagActions()
  const tag = id ? tags.find((other) => other.id === id) : undefined
  const [color, setColor] = useState(() => (tag ? (tag.color ?? null) : findNextColor(tags)))

  async function save(name: string): Promise<Outcome<unknown>> {
    const key = tagNameKey(name)
    const namesake =
      name === tag?.name
        ? undefined
        : tags.find((other) => other.id !== id && tagNameKey(other.name) === key)
    if (!namesake)
      return tag ? actions.update(tag, { name, color }) : actions.create({ name, color })
    const cure = tag
      ? 'Choose another name, or merge the two from its menu.'
      : 'Choose another name.'
    return { ok: false, message: `There is already a tag called “${namesake.name}”. ${cure}` }
  }

  return (
    <NameForm
      {...dialog}
      title={tag ? 'Edit tag' : 'New tag'}
      subject={tag ? `“${tag.name}”` : 'the new tag'}
      submit={tag ? 'Save' : 'Create tag'}
      initialName={tag?.name ?? ''}
      limits={textLimits.tagName}
      onSave={save}
    >
      <ColorField value={color} onChange={setColor} />
    </NameForm>
  )
}
