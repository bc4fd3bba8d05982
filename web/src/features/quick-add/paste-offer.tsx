'use client'

import { useEffect, useId, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import styles from './paste-offer.module.css'
import { findPasteProblem } from './paste-problem.ts'

export type PasteOfferProps = {
  lines: readonly string[]
  onSeparate: () => void
  onTogether: () => void
  onDismiss: () => void
}

/** Asks how to add several pasted lines; Enter takes the first answer, Escape none. */
export function PasteOffer({ lines, onSeparate, onTogether, onDismiss }: PasteOfferProps) {
  const group = useRef<HTMLFieldSetElement>(null)
  const id = useId()
  const problem = findPasteProblem(lines)
  useEffect(() => group.current?.querySelector('button')?.focus(), [])
  return (
    <fieldset
      ref={group}
      className={styles.offer}
      aria-describedby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onDismiss()
      }}
    >
      <legend className={styles.legend}>You pasted {lines.length} lines.</legend>
      <p id={id} className={styles.preview} dir="auto">
        {problem ?? preview(lines)}
      </p>
      <FormActions>
        {!problem && (
          <Button look="primary" onClick={onSeparate}>
            Add {lines.length} tasks
          </Button>
        )}
        <Button onClick={onTogether}>Keep as one</Button>
        <Button look="quiet" onClick={onDismiss}>
          Cancel
        </Button>
      </FormActions>
    </fieldset>
  )
}

function preview(lines: readonly string[]): string {
  const first = lines.slice(0, 3).map((line) => (line.length > 40 ? `${line.slice(0, 40)}…` : line))
  return lines.length > first.length ? `${first.join(' · ')} · …` : first.join(' · ')
}
