import { CloseIcon } from '../../ui/marks/more-icons.tsx'
import type { Meaning } from './meaning.ts'
import styles from './meanings.module.css'
import type { Reading } from './read-line.ts'

export type MeaningsProps = { reading: Reading; onTurnBack: (meaning: Meaning) => void }

/** What the line means, in words; pressing one turns its parts back into text. */
export function Meanings({
  reading: { meanings, given, unknownLists },
  onTurnBack,
}: MeaningsProps) {
  if (meanings.length + given.length + unknownLists.length === 0) return null
  return (
    <ul className={styles.meanings} aria-label="What this line means">
      {meanings.map((meaning) => (
        <li key={meaning.ranges.map(({ start }) => start).join()}>
          <button
            type="button"
            className={styles.meaning}
            data-tone={meaning.tone}
            title="Turn back into text"
            aria-label={`${meaning.text}: turn back into text`}
            onClick={() => onTurnBack(meaning)}
          >
            <span dir="auto">{meaning.text}</span>
            <CloseIcon className={styles.sign} />
          </button>
        </li>
      ))}
      {given.map((words) => (
        <li key={words} className={styles.given} dir="auto">
          {words}
        </li>
      ))}
      {unknownLists.map((name) => (
        <li key={name} className={styles.unknown}>
          No list is called “<bdi>{name}</bdi>”: it stays text
        </li>
      ))}
    </ul>
  )
}
