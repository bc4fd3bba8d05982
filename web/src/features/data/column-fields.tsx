import { Select } from '../../ui/fields/select.tsx'
import styles from './import.module.css'
import type { ImportPreview } from './upload-import.ts'

const columns = {
  title: 'Title',
  notes: 'Notes',
  list: 'List',
  section: 'Section',
  parent: 'Subtask of',
  tags: 'Tags',
  priority: 'Priority',
  start: 'Start',
  due: 'Due date',
  time: 'Due time',
  repeats: 'Repeats',
  completed: 'Completed',
  completedAt: 'Completed on',
  createdAt: 'Created on',
}

type Columns = Record<string, number>

/** Which column of a table holds what. */
export function ColumnFields({
  table,
  isOpen,
  onChange,
}: {
  table: NonNullable<ImportPreview['table']>
  isOpen: boolean
  onChange: (columns: Columns) => void
}) {
  const options = [
    { value: '', label: 'None' },
    ...table.headings.map((heading, nth) => ({
      value: String(nth),
      label: [heading || `Column ${nth + 1}`, table.rows[0]?.[nth]].filter(Boolean).join(': '),
    })),
  ]
  return (
    <details className={styles.notes} open={isOpen}>
      <summary>Match columns</summary>
      <div className={styles.columns}>
        {Object.entries(columns).map(([column, label]) => (
          <div key={column} className={styles.column}>
            <span aria-hidden="true">{label}</span>
            <Select
              label={label}
              value={String(table.columns[column] ?? '')}
              options={options}
              onChange={(at) => {
                const { [column]: _, ...others } = table.columns
                onChange(at === '' ? others : { ...others, [column]: Number(at) })
              }}
            />
          </div>
        ))}
      </div>
    </details>
  )
}
