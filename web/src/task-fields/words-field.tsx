'use client'

import { type ReactNode, useId } from 'react'
import styles from './words-field.module.css'

export type WordsFieldProps = {
  label: string
  placeholder: string
  words: string
  onWrite: (words: string) => void
  onEnter: () => void
  /** What ↵ does with these words; undefined when they mean nothing. */
  does: ReactNode
  /** What is said of words that mean nothing. */
  hint: string
}

/** A field for words such as “Friday 6pm”, and under it what they mean. */
export function WordsField(props: WordsFieldProps) {
  const { label, placeholder, words, onWrite, onEnter, does, hint } = props
  const id = useId()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onEnter()
      }}
    >
      <input
        className={styles.words}
        aria-label={label}
        aria-describedby={id}
        placeholder={placeholder}
        autoComplete="off"
        enterKeyHint="done"
        value={words}
        onChange={(event) => onWrite(event.target.value)}
      />
      <p id={id} role="status" className={styles.reading}>
        {does && (
          <>
            <kbd>↵</kbd> {does}
          </>
        )}
        {!does && words.trim() !== '' && hint}
      </p>
    </form>
  )
}
