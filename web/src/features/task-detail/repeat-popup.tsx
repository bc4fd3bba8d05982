'use client'

import { formatDay, formatWeekday } from '@tend/server/domain/dates/format-date'
import { weekStartDays } from '@tend/server/domain/preferences'
import { serializeRecurrenceRule } from '@tend/server/domain/recurrence/rule'
import { describeRecurrence } from '@tend/server/domain/recurrence/sentence'
import { useState } from 'react'
import { useAct } from '../../model/actions/use-act.ts'
import type { Task } from '../../model/documents/fields.ts'
import { rememberSentence } from '../../model/recurrence-sentences.ts'
import { useTaskEdit } from '../../task-fields/use-task-edit.ts'
import { dayIn } from '../../time/calendar.ts'
import type { Reader } from '../../time/due-words.ts'
import { Button } from '../../ui/button.tsx'
import { Popover, type PopupProps } from '../../ui/layers/popover.tsx'
import { findGap, startDraft, toDraft, toRule } from './repeat-draft.ts'
import { RepeatFields } from './repeat-fields.tsx'
import styles from './repeat-popup.module.css'
import { isSameRepeat, previewDays, previewStart, readRecurrence } from './repeat-preview.ts'
import { SkipOccurrence } from './skip-occurrence.mutation.ts'

export type RepeatPopupProps = PopupProps & { task: Task; reader: Reader }

/** How a task repeats: opened anew each time, so that it shows what holds by then. */
export function RepeatPopup(props: RepeatPopupProps) {
  const { anchor, open, onClose } = props
  return (
    <Popover label="Repeat" anchor={anchor} open={open} onClose={onClose}>
      <RepeatForm {...props} />
    </Popover>
  )
}

function RepeatForm({ task, reader, onClose }: RepeatPopupProps) {
  const edit = useTaskEdit([task])
  const act = useAct()
  const today = dayIn(reader.timeZone, reader.now)
  const day = task.dueOn ?? today
  const [current] = useState(() => readRecurrence(task))
  const [draft, setDraft] = useState(() =>
    current ? toDraft(current.rule, current.basis, day) : startDraft(day),
  )
  const gap = findGap(draft)
  const rule = toRule(draft, weekStartDays[reader.formats.weekStartsOn])
  const made = { rule, basis: draft.basis, start: day }
  const isCurrent = isSameRepeat(made, current)
  const days = gap ? [] : isCurrent && current ? previewDays(current, day) : previewStart(made)
  const [first] = days
  const sentence = describeRecurrence(rule, draft.basis)

  function save(): void {
    const recurrence = { rule: serializeRecurrenceRule(rule), basis: draft.basis }
    rememberSentence(recurrence, sentence)
    edit({ dueOn: first, recurrence }, `Repeats ${sentence}`)
    onClose()
  }

  function skip(): void {
    void act({
      document: SkipOccurrence,
      input: { id: task.id },
      done: 'Skipped this one',
      failed: `“${task.title}” stays on its day.`,
    })
    onClose()
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (first && !isCurrent) save()
      }}
    >
      <RepeatFields draft={draft} day={day} formats={reader.formats} onChange={setDraft} />
      <div className={styles.preview} role="status">
        <p className={styles.sentence}>{gap ?? `Repeats ${sentence}`}</p>
        {days.length > 0 && (
          <ol className={styles.days} aria-label="The next dates">
            {days.map((next) => (
              <li key={next}>
                {formatWeekday(next, 'short')} {formatDay(next, today, reader.formats)}
              </li>
            ))}
          </ol>
        )}
        {!gap && !first && <p>That gives no date at all. Choose a later end.</p>}
      </div>
      <div className={styles.actions}>
        <Button type="submit" look="primary" disabled={!first || isCurrent}>
          {current ? 'Change for all that follow' : 'Repeat'}
        </Button>
        {current && (
          <>
            <Button onClick={skip}>Skip this one</Button>
            <Button
              look="quiet"
              onClick={() => {
                edit({ recurrence: null }, 'Doesn’t repeat any more')
                onClose()
              }}
            >
              Don’t repeat
            </Button>
          </>
        )}
      </div>
    </form>
  )
}
