'use client'

import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { ProgressBar } from '../../ui/marks/progress-bar.tsx'
import { Section } from '../../ui/page/section.tsx'
import styles from './data.module.css'
import { type ExportState, useExport } from './use-export.ts'

/** Everything the person has, as a file. */
export function ExportSection({ apiUrl }: { apiUrl: string }) {
  const { state, start, cancel } = useExport(apiUrl)
  return (
    <Section
      title="Export"
      hint="All your data, to keep or to move elsewhere. The JSON file can be imported again; the CSV file is for spreadsheets, the others are for other apps and have what isn’t in the trash."
    >
      {state.kind === 'running' ? (
        <div className={styles.running}>
          <ProgressBar
            label={describeProgress(state)}
            value={state.progress?.done}
            max={state.progress?.total}
          />
          <Button onClick={cancel}>Cancel</Button>
        </div>
      ) : (
        <FormActions>
          <Button onClick={() => start('json')}>Export everything</Button>
          <Button onClick={() => start('csv')}>Export a spreadsheet</Button>
          <Button look="quiet" onClick={() => start('ics')}>
            Calendar (ICS)
          </Button>
          <Button look="quiet" onClick={() => start('md')}>
            Markdown
          </Button>
          <Button look="quiet" onClick={() => start('txt')}>
            todo.txt
          </Button>
        </FormActions>
      )}
      {state.kind === 'failed' && (
        <Notice>
          {state.message}
          {state.canRetry && (
            <Button look="quiet" onClick={() => start(state.form)}>
              Try again
            </Button>
          )}
        </Notice>
      )}
      <p role="status" className={styles.status}>
        {state.kind === 'done' &&
          `Exported ${countTasks(state.tasks)}. The file is in your downloads.`}
      </p>
    </Section>
  )
}

function describeProgress({ progress }: Extract<ExportState, { kind: 'running' }>): string {
  if (!progress) return 'Starting…'
  return `${progress.done.toLocaleString('en')} of ${countTasks(progress.total)}`
}

function countTasks(count: number): string {
  return count === 1 ? '1 task' : `${count.toLocaleString('en')} tasks`
}
