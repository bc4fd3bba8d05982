'use client'

import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { ProgressBar } from '../../ui/marks/progress-bar.tsx'
import { Section } from '../../ui/page/section.tsx'
import styles from './data.module.css'
import { countTrashed, describeImport } from './describe-import.ts'
import { DropZone } from './drop-zone.tsx'
import { ImportNotes } from './import-notes.tsx'
import { ImportPreview } from './import-preview.tsx'
import { type Import, type ImportState, useImport } from './use-import.ts'

/** Brings in what another app or Tend exported. */
export function ImportSection({ apiUrl }: { apiUrl: string }) {
  const importing = useImport(apiUrl)
  const { state, start, choose, confirm, retry, cancel } = importing
  return (
    <Section
      title="Import"
      hint={
        <>
          Bring everything from Todoist, TickTick, Microsoft To Do, Google Tasks, Apple Reminders,
          Things, Trello and others, or from an export of Tend. You see what will come before
          anything is added.{' '}
          <a href={`${apiUrl}/docs/import`} target="_blank" rel="noreferrer">
            How to get the file
          </a>
          .
        </>
      }
    >
      {state.kind === 'sending' ? (
        <div className={styles.running}>
          <Sending {...state} />
          <Button onClick={cancel}>Cancel</Button>
        </div>
      ) : state.kind === 'preview' ? (
        <ImportPreview {...state} onChoose={choose} onConfirm={() => confirm()} onCancel={cancel} />
      ) : (
        <DropZone disabled={state.kind === 'undoing'} onFiles={start} />
      )}
      {state.kind === 'failed' && <Failure {...state} onRetry={retry} />}
      <Outcome {...importing} />
    </Section>
  )
}

function Outcome({ state, confirm, undo }: Import) {
  return (
    <>
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
              <Button look="quiet" onClick={() => confirm({ restoresTrash: true })}>
                Restore from the trash
              </Button>
            )}
          </>
        )}
        {state.kind === 'undoing' && 'Undoing…'}
        {state.kind === 'undone' && 'Undone. Everything is as it was before.'}
      </div>
      {state.kind === 'done' && <ImportNotes notes={state.notes} />}
    </>
  )
}

function Sending({ step, sent, total }: Extract<ImportState, { kind: 'sending' }>) {
  // Once all is sent, the API takes an unknown time.
  if (sent >= total) return <ProgressBar label={step === 'preview' ? 'Reading…' : 'Importing…'} />
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
