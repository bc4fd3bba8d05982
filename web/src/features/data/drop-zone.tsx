import { type DragEvent, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import styles from './import.module.css'

const accepted =
  '.json,.csv,.tsv,.zip,.ics,.txt,.md,.markdown,.org,application/json,text/csv,application/zip,text/calendar,text/plain,text/markdown'

/** Where files can be dropped, or chosen by a button. */
export function DropZone({
  disabled,
  onFiles,
}: {
  disabled: boolean
  onFiles: (files: readonly File[]) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const handle = (over: boolean) => (event: DragEvent) => {
    if (disabled || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(over)
    if (event.type === 'drop') onFiles([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first.
    <div
      className={styles.zone}
      data-over={isOver || undefined}
      onDragEnter={handle(true)}
      onDragOver={handle(true)}
      onDragLeave={handle(false)}
      onDrop={handle(false)}
    >
      {/* The button replaces it, because a file field can't be styled. */}
      <input
        ref={input}
        type="file"
        multiple
        accept={accepted}
        hidden
        aria-label="Files to import"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          // The same file can be chosen again.
          currentTarget.value = ''
        }}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        Choose files
      </Button>
      <span className={styles.drop}>or drop them here</span>
    </div>
  )
}
