import styles from './suggestions.module.css'
import { type Completion, optionId } from './use-completion.ts'

/** The names that complete what is typed; the field keeps the focus. */
export function Suggestions({ completion }: { completion: Completion }) {
  const { suggestions, active, listId, pick } = completion
  return (
    <div id={listId} role="listbox" aria-label="Names" className={styles.list}>
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field.
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus.
        <div
          key={suggestion.id}
          id={optionId(listId, index)}
          role="option"
          aria-selected={index === active}
          className={styles.option}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => pick(suggestion)}
        >
          <span dir="auto">{suggestion.name}</span>
        </div>
      ))}
    </div>
  )
}
