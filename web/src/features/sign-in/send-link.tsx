'use client'

import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import styles from './auth-form.module.css'
import { type AuthFailure, explainFailure } from './form-errors.ts'

export type SendLinkProps = {
  label: string
  /** The message once it is sent. */
  done: string
  send: () => Promise<{ error: AuthFailure | null }>
}

/** A button that sends a mail, and says so. */
export function SendLink({ label, done, send }: SendLinkProps) {
  const [state, setState] = useState<'idle' | 'busy' | 'sent'>('idle')
  const [problem, setProblem] = useState<string>()

  async function run(): Promise<void> {
    setState('busy')
    const { error } = await send().catch(() => ({ error: {} }))
    setProblem(error ? explainFailure(error).form : undefined)
    setState(error ? 'idle' : 'sent')
  }

  return (
    <div className={styles.words}>
      {problem && <Notice>{problem}</Notice>}
      {state === 'sent' ? (
        <p className={styles.said} role="status">
          {done}
        </p>
      ) : (
        <div>
          <Button disabled={state === 'busy'} onClick={() => void run()}>
            {state === 'busy' ? 'Sending…' : label}
          </Button>
        </div>
      )}
    </div>
  )
}
