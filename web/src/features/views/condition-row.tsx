import { textLimits } from '@tend/server/domain/limits'
import { IconButton } from '../../ui/button.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { ToggleGroup } from '../../ui/fields/toggle-group.tsx'
import { CloseIcon } from '../../ui/marks/more-icons.tsx'
import styles from './condition-row.module.css'
import { conditionWords, dueWords, priorityWords, startWords } from './condition-words.ts'
import type { Condition } from './filter-model.ts'
import { OwnedChoice } from './owned-choice.tsx'

export type ConditionRowProps = {
  condition: Condition
  onChange: (condition: Condition) => void
  onRemove: () => void
}

type Field = Condition['field']

const fields = (Object.keys(conditionWords) as Field[])
  .filter((field) => field !== 'other')
  .map((field) => ({ value: field, label: conditionWords[field].label }))

/** One condition: its field, its operator, and its value. */
export function ConditionRow({ condition, onChange, onRemove }: ConditionRowProps) {
  const { label, yes, no } = conditionWords[condition.field]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line among others, not a form of its own.
    <div className={styles.row} role="group" aria-label={`Condition: ${label}`}>
      <div className={styles.parts}>
        {condition.field === 'other' ? (
          <OtherCondition filter={condition.filter} />
        ) : (
          <>
            <Select
              isInline
              label="What it is about"
              value={condition.field}
              options={fields}
              onChange={(field) => onChange(conditionWords[field].blank)}
            />
            <Select
              isInline
              label="Whether it is so"
              value={isPositive(condition) ? 'yes' : 'no'}
              options={[
                { value: 'yes', label: yes },
                { value: 'no', label: no },
              ]}
              onChange={(answer) => onChange(setPositive(condition, answer === 'yes'))}
            />
            <ConditionValue condition={condition} onChange={onChange} />
          </>
        )}
      </div>
      <IconButton label={`Remove the condition: ${label}`} onClick={onRemove}>
        <CloseIcon />
      </IconButton>
    </div>
  )
}

function ConditionValue({ condition, onChange }: Omit<ConditionRowProps, 'onRemove'>) {
  if ('is' in condition || condition.field === 'other') return <span className={styles.value} />
  if ('text' in condition) {
    return (
      <input
        className={styles.input}
        aria-label="Words"
        autoComplete="off"
        maxLength={textLimits.searchText.max}
        value={condition.text}
        onChange={(event) => onChange({ ...condition, text: event.target.value })}
      />
    )
  }
  if ('days' in condition) {
    return (
      <span className={styles.value}>
        <input
          className={styles.days}
          type="number"
          aria-label="Days"
          min={0}
          max={9999}
          value={Number.isNaN(condition.days) ? '' : condition.days}
          onChange={(event) => onChange({ ...condition, days: event.target.valueAsNumber })}
        />{' '}
        days
      </span>
    )
  }
  if (condition.field === 'priority') {
    return (
      <ToggleGroup
        label="Priorities"
        options={priorityWords}
        chosen={condition.values}
        onChange={(values) => onChange({ ...condition, values })}
      />
    )
  }
  if (condition.field === 'due') {
    return (
      <ToggleGroup
        label="Due dates"
        options={dueWords}
        chosen={condition.values}
        onChange={(values) => onChange({ ...condition, values })}
      />
    )
  }
  if (condition.field === 'start') {
    return (
      <ToggleGroup
        label="Starts"
        options={startWords}
        chosen={condition.values}
        onChange={(values) => onChange({ ...condition, values })}
      />
    )
  }
  return (
    <OwnedChoice
      kind={condition.field}
      chosen={condition.values}
      onChange={(values) => onChange({ ...condition, values })}
    />
  )
}

/** A condition from elsewhere is kept, and shown as it was written there. */
function OtherCondition({ filter }: { filter: object }) {
  return (
    <span className={styles.other}>
      <span>Made with the API, kept as it is</span>
      <code className={styles.code}>{JSON.stringify(filter)}</code>
    </span>
  )
}

function isPositive(condition: Condition): boolean {
  if ('is' in condition) return condition.is
  return !('not' in condition && condition.not)
}

function setPositive(condition: Condition, is: boolean): Condition {
  if ('is' in condition) return { ...condition, is }
  return 'not' in condition ? { ...condition, not: !is } : condition
}
