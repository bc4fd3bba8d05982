'use client'

import { useState } from 'react'
import { Button } from './button.tsx'
import { writeClipboard } from './clipboard.ts'
import styles from './copy-button.module.css'
import { Announcement } from './marks/visually-hidden.tsx'

export type CopyButtonProps = {
  label: string
  look?: 'primary' | 'secondary'
  /** Gets the text when the button is pressed. */
  read: () => Promise<string>
}

type State = { kind: 'idle' | 'copied' | 'failed' } | { kind: 'shown'; text: string }

const copiedMs = 2_000

/** Copies a text to the clipboard; where the browser forbids that, shows it to be copied by hand. */
export function CopyButton({ label, look = 'secondary', read }: CopyButtonProps) {
  const [state, setState] = useState<State>({ kind: 'idle' })

  async function copy(): Promise<void> {
    const text = await read().catch(() => undefined)
    if (text === undefined) return setState({ kind: 'failed' })
    const copied = await writeClipboard(text)
    if (!copied) return setState({ kind: 'shown', text })
    setState({ kind: 'copied' })
    setTimeout(() => setState({ kind: 'idle' }), copiedMs)
  }

  return (
    <>
      <Button look={look} onClick={() => void copy()}>
        {state.kind === 'copied' ? 'Copied' : label}
      </Button>
      <Announcement>{state.kind === 'copied' && 'Copied to the clipboard.'}</Announcement>
      {state.kind === 'failed' && (
        <p role="alert" className={styles.failed}>
          That didn’t work. Try again in a moment.
        </p>
      )}
      {state.kind === 'shown' && (
        <input
          className={styles.shown}
          aria-label="Text to copy"
          value={state.text}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  )
}
