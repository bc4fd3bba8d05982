'use client'

import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { ProgressBar } from '../../ui/marks/progress-bar.tsx'
import { Section } from '../../ui/page/section.tsx'
import styles from './data.module.css'
import { countTrashed, describeImport } from './describe-import.ts'
import { type ImportState, useImport } from './use-import.ts'

/** Imports an export. */
export function ImportSection({ apiUrl }: { apiUrl: string }) {
  const { state, start, repeat, cancel, undo } = useImport(apiUrl)
  const [takesProfile, setTakesProfile] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  return (
    <Section
      title="Import"
      hint="Import a JSON file that was exported from Tend. What is missing here is added; the rest stays as it is."
    >
      {state.kind === 'sending' ? (
        <div className={styles.running}>
          <Sending {...state} />
          <Button onClick={cancel}>Cancel</Button>
        </div>
      ) : (
        <>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={takesProfile}
              onChange={(event) => setTakesProfile(event.currentTarget.checked)}
            />
            Also import profile and preferences
          </label>
          <FormActions>
            {/* The button replaces it, because a file field can't be styled. */}
            <input
              ref={input}
              type="file"
              accept="application/json,.json"
              hidden
              aria-label="File to import"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? []
                if (file) start(file, { takesProfile, restoresTrash: false })
                // The same file can be chosen again.
                currentTarget.value = ''
              }}
            />
            <Button disabled={state.kind === 'undoing'} onClick={() => input.current?.click()}>
              Choose a file
            </Button>
          </FormActions>
        </>
      )}
      {state.kind === 'failed' && <Failure {...state} onRetry={() => repeat()} />}
      <div role="status" className={styles.status}>
        {state.kind === 'done' && (
          <>
            {describeImport(state.counts)}
            {state.mutationId !== null && (
              <Button look="quiet" onClick={() => undo(state.mutationId ?? '')}>
                Undo
              </Button>
            )}
            {countTrashed(state.counts) > 0 && (
              <Button look="quiet" onClick={() => repeat({ restoresTrash: true })}>
                Restore from the trash
              </Button>
            )}
          </>
        )}
        {state.kind === 'undoing' && 'Undoing…'}
        {state.kind === 'undone' && 'Undone. Everything is as it was before.'}
      </div>
    </Section>
  )
}

function Sending({ sent, total }: Extract<ImportState, { kind: 'sending' }>) {
  // Once all is sent, the database takes an unknown time.
  if (sent >= total) return <ProgressBar label="Importing…" />
  const percent = Math.floor((sent / Math.max(total, 1)) * 100)
  return <ProgressBar label={`Sending the file: ${percent} %`} value={sent} max={total} />
}

function Failure({
  message,
  details,
  canRetry,
  onRetry,
}: Extract<ImportState, { kind: 'failed' }> & { onRetry: () => void }) {
  return (
    <Notice>
      {message}
      {details.length > 0 && (
        <ul className={styles.details}>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {canRetry && (
        <Button look="quiet" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Notice>
  )
}
