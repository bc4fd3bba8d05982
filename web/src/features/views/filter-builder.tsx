import { Button, IconButton } from '../../ui/button.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { PlusIcon } from '../../ui/marks/icons.tsx'
import { CloseIcon } from '../../ui/marks/more-icons.tsx'
import { ConditionRow } from './condition-row.tsx'
import { conditionWords } from './condition-words.ts'
import styles from './filter-builder.module.css'
import { type ConditionGroup, type FilterModel, isGroup, type Match } from './filter-model.ts'
import { useLines } from './use-lines.ts'

export type FilterBuilderProps = { model: FilterModel; onChange: (model: FilterModel) => void }

const matches: readonly { value: Match; label: string }[] = [
  { value: 'all', label: 'all of these are true' },
  { value: 'any', label: 'any of these is true' },
]

const blank = conditionWords.priority.blank

/** The conditions of a filter, line by line, and groups of them joined by the other word. */
export function FilterBuilder({ model, onChange }: FilterBuilderProps) {
  const { match, parts } = model
  const { box, add, change, remove } = useLines(parts, (next) =>
    onChange({ ...model, parts: next }),
  )

  return (
    <fieldset ref={box} className={styles.builder}>
      <legend className={styles.legend}>Which tasks</legend>
      <p className={styles.match}>
        <span aria-hidden="true">Those where</span>
        <Select
          isInline
          label="Those where"
          value={match}
          options={matches}
          onChange={(next) => onChange({ ...model, match: next })}
        />
      </p>
      {parts.map((part, index) => {
        const key = `${index} ${isGroup(part)}`
        return isGroup(part) ? (
          <GroupBox
            key={key}
            group={part}
            onChange={(next) => change(index, next)}
            onRemove={() => remove(index)}
          />
        ) : (
          <ConditionRow
            key={key}
            condition={part}
            onChange={(next) => change(index, next)}
            onRemove={() => remove(index)}
          />
        )
      })}
      <FormActions>
        <Button data-add="" onClick={() => add(blank)}>
          <PlusIcon />
          Condition
        </Button>
        <Button
          onClick={() =>
            add({
              match: match === 'all' ? 'any' : 'all',
              conditions: [blank, conditionWords.due.blank],
            })
          }
        >
          <PlusIcon />
          Group
        </Button>
      </FormActions>
    </fieldset>
  )
}

type GroupBoxProps = {
  group: ConditionGroup
  onChange: (group: ConditionGroup) => void
  onRemove: () => void
}

function GroupBox({ group, onChange, onRemove }: GroupBoxProps) {
  const { conditions } = group
  const { box, add, change, remove } = useLines(conditions, (next) =>
    onChange({ ...group, conditions: next }),
  )

  return (
    <fieldset ref={box} className={styles.group} aria-label="Group of conditions">
      <div className={styles.match}>
        <Select
          isInline
          label="In this group"
          value={group.match}
          options={matches}
          onChange={(match) => onChange({ ...group, match })}
        />
        <IconButton label="Remove the group" className={styles.remove} onClick={onRemove}>
          <CloseIcon />
        </IconButton>
      </div>
      {conditions.map((condition, index) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no state of its own.
          key={index}
          condition={condition}
          onChange={(next) => change(index, next)}
          onRemove={() => remove(index)}
        />
      ))}
      <FormActions>
        <Button data-add="" onClick={() => add(blank)}>
          <PlusIcon />
          Condition
        </Button>
      </FormActions>
    </fieldset>
  )
}
