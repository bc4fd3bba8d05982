'use client'

import { lazy, useId, useMemo, useRef } from 'react'
import type { TaskRequest } from '../../model/places/task-request.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import { Later } from '../../ui/hydration/later.tsx'
import { PlusIcon } from '../../ui/marks/icons.tsx'
import { Announcement } from '../../ui/marks/visually-hidden.tsx'
import { LineField } from './line-field.tsx'
import { findLineReader } from './load-line-reader.ts'
import type { PlaceDefaults } from './place-defaults.ts'
import styles from './quick-add.module.css'
import type { Reading } from './read-line.ts'
import { useEarlyTyping } from './use-early-typing.ts'
import type { LineDraft } from './use-line.ts'
import { usePasting } from './use-pasting.ts'
import { useSettled } from './use-settled.ts'
import { useWriting } from './use-writing.ts'

// What a line means is known once the grammar is loaded, which is late too.
const BelowLine = lazy(() =>
  import('./below-line.tsx').then((module) => ({ default: module.BelowLine })),
)
const PasteOffer = lazy(() =>
  import('./paste-offer.tsx').then((module) => ({ default: module.PasteOffer })),
)
const RefusedTasks = lazy(() =>
  import('./refused-tasks.tsx').then((module) => ({ default: module.RefusedTasks })),
)

export type QuickAddProps = {
  /** The tasks that are shown where this is. */
  request: TaskRequest
  defaults: PlaceDefaults
  /** A dialog instead of a field in a place: it says itself what was added, and keeps what was typed. */
  isOverlay?: boolean
  /** Where what is typed is kept. */
  draft: LineDraft
  /** Goes to what is below the field. */
  onDown?: () => void
}

const spokenAfterMs = 600

/** The field that creates tasks from one line each, ready for the next after each Enter. */
export function QuickAdd(props: QuickAddProps) {
  const { request, defaults, isOverlay = false, draft, onDown } = props
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const { lists, tags } = useShell()
  const names = useMemo(() => ({ lists, tags }), [lists, tags])
  const writing = useWriting({ field, request, defaults: defaults.task, draft, isOverlay })
  const pasting = usePasting(field, writing)
  useEarlyTyping(field, writing, pasting)
  const { line, edit, reading, problem } = writing
  const meaning = useSettled(speak(reading), spokenAfterMs)

  return (
    <div className={styles.add}>
      <div className={styles.line}>
        <PlusIcon className={styles.sign} />
        <LineField
          field={field}
          line={line}
          onChange={edit}
          marks={reading?.marks ?? []}
          names={names}
          placeholder={defaults.placeholder}
          problemId={problem ? id : undefined}
          isPlaceField={!isOverlay}
          onFocus={writing.prepare}
          onSubmit={writing.submit}
          onPasteLines={pasting.offer}
          onDown={onDown}
        />
        {!isOverlay && (
          <span className={styles.key} aria-hidden="true">
            Q
          </span>
        )}
      </div>
      {findLineReader() && (
        <Later>
          <BelowLine field={field} writing={writing} />
        </Later>
      )}
      {problem && (
        <p id={id} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {pasting.pasted && (
        <Later>
          <PasteOffer
            lines={pasting.pasted.lines}
            onSeparate={() => void pasting.addEach()}
            onTogether={pasting.keepAsOne}
            onDismiss={pasting.dismiss}
          />
        </Later>
      )}
      {writing.refused.length > 0 && (
        <Later>
          <RefusedTasks field={field} refused={writing.refused} onRetry={writing.add} />
        </Later>
      )}
      {isOverlay ? (
        <p role="status" className={styles.added}>
          {writing.added}
        </p>
      ) : (
        <Announcement>{writing.added}</Announcement>
      )}
      <Announcement>{meaning}</Announcement>
    </div>
  )
}

function speak(reading: Reading | undefined): string {
  const unknown = (reading?.unknownLists ?? []).map((name) => `no list is called ${name}`)
  return [...(reading?.meanings ?? []).map(({ spoken }) => spoken), ...unknown].join(', ')
}
