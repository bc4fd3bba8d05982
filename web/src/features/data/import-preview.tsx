import { priorities } from '@tend/server/domain/priority'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/fields/check-field.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { RepeatIcon } from '../../ui/marks/icons.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { TaskRing } from '../../ui/marks/task-check.tsx'
import { ColumnFields } from './column-fields.tsx'
import { describeContents, describeDetails, describeDue } from './describe-preview.ts'
import styles from './import.module.css'
import { ImportNotes } from './import-notes.tsx'
import type { ImportChoices, ImportPreview as Preview, PreviewRow } from './upload-import.ts'

export type ImportPreviewProps = {
  preview: Preview
  choices: ImportChoices
  isBusy: boolean
  onChoose: (change: Partial<ImportChoices>) => void
  onConfirm: () => void
  onCancel: () => void
}

/** What an import will bring, and what can be chosen about it. */
export function ImportPreview({
  preview,
  isBusy,
  onConfirm,
  onCancel,
  ...rest
}: ImportPreviewProps) {
  const { counts, problem, rows, notes, sources } = preview
  // An export of Tend has a profile at least.
  const isEmpty = counts.tasks === 0 && counts.lists === 0 && !sources.includes('Tend')
  return (
    <div className={styles.preview} aria-busy={isBusy}>
      <div role="status" className={styles.contents}>
        <strong>{describeContents(preview)}</strong>
        <span className={styles.quiet}>{describeDetails(preview)}</span>
      </div>
      {problem !== undefined && <Notice>{problem}</Notice>}
      <Choices preview={preview} {...rest} />
      {rows.length > 0 && (
        <ul className={styles.rows} aria-label="How the first tasks will look">
          {rows.map((row, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no ids, and don't move.
            <Row key={nth} {...row} />
          ))}
          {counts.tasks > rows.length && (
            <li className={styles.quiet}>
              …and {(counts.tasks - rows.length).toLocaleString('en')} more
            </li>
          )}
        </ul>
      )}
      {isEmpty && problem === undefined && (
        <p className={styles.quiet}>There are no tasks in it.</p>
      )}
      <ImportNotes notes={notes} />
      <FormActions>
        <Button
          look="primary"
          disabled={isBusy || isEmpty || problem !== undefined}
          onClick={onConfirm}
        >
          Import
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </FormActions>
    </div>
  )
}

function Choices({
  preview: { found, table, problem, sources, overlap },
  choices,
  onChoose,
}: Pick<ImportPreviewProps, 'preview' | 'choices' | 'onChoose'>) {
  return (
    <>
      {table && (
        <ColumnFields
          table={table}
          isOpen={problem !== undefined || choices.columns !== undefined}
          onChange={(columns) => onChoose({ columns })}
        />
      )}
      {found.sections > 0 && (
        <div className={styles.column}>
          <span aria-hidden="true">Sections become</span>
          <Select
            label="Sections become"
            value={choices.sections}
            options={[
              { value: 'lists', label: 'Lists: “List / Section”' },
              { value: 'tags', label: 'Tags' },
              { value: 'none', label: 'Nothing' },
            ]}
            onChange={(sections) => onChoose({ sections })}
          />
        </div>
      )}
      {found.completed > 0 && (
        <CheckField
          label="Import completed tasks"
          checked={choices.completed}
          onChange={({ currentTarget }) => onChoose({ completed: currentTarget.checked })}
        />
      )}
      {overlap.tasks.inTrash + overlap.lists.inTrash > 0 && (
        <CheckField
          label="Restore what is in the trash"
          checked={choices.restoresTrash}
          onChange={({ currentTarget }) => onChoose({ restoresTrash: currentTarget.checked })}
        />
      )}
      {sources.includes('Tend') && (
        <CheckField
          label="Also import profile and preferences"
          checked={choices.takesProfile}
          onChange={({ currentTarget }) => onChoose({ takesProfile: currentTarget.checked })}
        />
      )}
    </>
  )
}

function Row({ title, list, depth, priority, repeats, tags, isCompleted, ...due }: PreviewRow) {
  const day = describeDue(due)
  return (
    <li
      className={styles.row}
      data-depth={Math.min(depth, 5)}
      data-completed={isCompleted || undefined}
    >
      <TaskRing priority={priorities[priority] ?? 'NONE'} ticked={isCompleted} />
      <span className={styles.title}>{title}</span>
      <span className={styles.meta}>
        {day && <span>{day}</span>}
        {repeats && (
          <span className={styles.repeats}>
            <RepeatIcon /> {repeats}
          </span>
        )}
        {tags.map((tag) => (
          <span key={tag}>@{tag}</span>
        ))}
        <span className={styles.quiet}>{list}</span>
      </span>
    </li>
  )
}
