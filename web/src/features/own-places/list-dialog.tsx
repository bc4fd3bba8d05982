'use client'

import { textLimits } from '@tend/server/domain/limits'
import { useState } from 'react'
import { findNextColor } from '../../model/next-color.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import { ColorField } from '../../ui/fields/color-field.tsx'
import { findIconProblem, IconField } from '../../ui/fields/icon-field.tsx'
import { NameForm, type NameFormProps } from '../../ui/fields/name-form.tsx'
import { useListActions } from './use-list-actions.ts'

export type OwnDialogProps = Pick<NameFormProps, 'open' | 'onClose' | 'returnFocus'> & {
  /** What is changed; undefined creates a new one. */
  id?: string | undefined
}

/** Creates or changes a list: its name, its icon and its colour. */
export function ListDialog({ id, ...dialog }: OwnDialogProps) {
  const { lists, archivedLists } = useShell()
  const actions = useListActions()
  const list = id ? [...lists, ...archivedLists].find((other) => other.id === id) : undefined
  const [icon, setIcon] = useState(list?.icon ?? '')
  const [color, setColor] = useState(() => (list ? (list.color ?? null) : findNextColor(lists)))
  return (
    <NameForm
      {...dialog}
      title={list ? 'Edit list' : 'New list'}
      subject={list ? `“${list.name}”` : 'the new list'}
      submit={list ? 'Save' : 'Create list'}
      initialName={list?.name ?? ''}
      limits={textLimits.listName}
      isComplete={findIconProblem(icon) === undefined}
      onSave={(name) => {
        const draft = { name, icon: icon.trim() || null, color }
        return list ? actions.update(list, draft) : actions.create(draft)
      }}
    >
      <ColorField value={color} onChange={setColor} />
      <IconField value={icon} onChange={setIcon} />
    </NameForm>
  )
}
