'use client'

import { textLimits } from '@tend/server/domain/limits'
import { useState } from 'react'
import type { TaskFilter, TaskOrder } from '../../gql/graphql.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import { findIconProblem, IconField } from '../../ui/fields/icon-field.tsx'
import { NameForm, type NameFormProps } from '../../ui/fields/name-form.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { FilterBuilder } from './filter-builder.tsx'
import type { FilterModel } from './filter-model.ts'
import { describeFilter } from './filter-sentence.ts'
import { findOrderChoice, groupChoices, orderChoices } from './order-choices.ts'
import { printFilter } from './print-filter.ts'
import { readFilter } from './read-filter.ts'
import { useMatchCount } from './use-match-count.ts'
import { useNames } from './use-names.ts'
import { useSaveView } from './use-save-view.ts'
import styles from './view-dialog.module.css'

export type ViewDialogProps = Pick<NameFormProps, 'open' | 'onClose' | 'returnFocus'> & {
  /** What is changed; undefined creates a new view. */
  id?: string | undefined
  /** The view that a new one is a copy of. */
  copyOf?: string | undefined
}

const openTasks: FilterModel = { match: 'all', parts: [{ field: 'completed', is: false }] }
const keptOrder = 'kept'

/** Creates or changes a saved view: its name, which tasks it shows and how. */
export function ViewDialog({ id, copyOf, ...dialog }: ViewDialogProps) {
  const { savedViews } = useShell()
  const view = savedViews.find((other) => other.id === (id ?? copyOf))
  const save = useSaveView()
  const names = useNames()
  const [icon, setIcon] = useState(view?.icon ?? '')
  const [model, setModel] = useState(view ? readFilter(view.filter as TaskFilter) : openTasks)
  const [orderBy, setOrderBy] = useState((view?.orderBy ?? []) as TaskOrder[])
  const [groupBy, setGroupBy] = useState(view?.groupBy ?? 'NONE')
  const filter = printFilter(model)
  const count = useMatchCount(filter)
  const order = findOrderChoice(orderBy)

  return (
    <NameForm
      {...dialog}
      title={id ? 'Edit view' : 'New view'}
      subject={id ? `“${view?.name}”` : 'the new view'}
      submit={id ? 'Save' : 'Create view'}
      initialName={view ? (id ? view.name : `${view.name} copy`) : ''}
      limits={textLimits.viewName}
      isComplete={findIconProblem(icon) === undefined}
      onSave={(name) => save(id, { name, icon: icon.trim() || null, filter, orderBy, groupBy })}
    >
      <FilterBuilder model={model} onChange={setModel} />
      <div className={styles.outcome}>
        <p className={styles.sentence} dir="auto">
          {describeFilter(model, names)}
        </p>
        <p role="status" className={styles.count} data-refused={count.refused || undefined}>
          {count.text}
        </p>
      </div>
      <div className={styles.looks}>
        <span aria-hidden="true">Sorted by</span>
        <Select
          isInline
          label="Sorted by"
          value={order?.value ?? keptOrder}
          options={
            order
              ? orderChoices
              : [{ value: keptOrder, label: 'An order of its own' }, ...orderChoices]
          }
          onChange={(value) => {
            const choice = orderChoices.find((other) => other.value === value)
            if (choice) setOrderBy(choice.orderBy)
          }}
        />
        <span aria-hidden="true">Grouped by</span>
        <Select
          isInline
          label="Grouped by"
          value={groupBy}
          options={groupChoices}
          onChange={setGroupBy}
        />
      </div>
      <IconField value={icon} onChange={setIcon} />
    </NameForm>
  )
}
