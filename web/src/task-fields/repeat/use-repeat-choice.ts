import type { Day } from '@tend/server/domain/dates/day'
import { weekStartDays } from '@tend/server/domain/preferences'
import type { RecurrenceSeries } from '@tend/server/domain/recurrence/recurrence'
import { serializeRecurrenceRule } from '@tend/server/domain/recurrence/rule'
import { describeRecurrence } from '@tend/server/domain/recurrence/sentence'
import { useState } from 'react'
import { useAct } from '../../model/actions/use-act.ts'
import type { Task } from '../../model/documents/fields.ts'
import { SkipOccurrence } from '../../model/documents/skip-occurrence.mutation.ts'
import { rememberSentence } from '../../model/recurrence-sentences.ts'
import { dayIn } from '../../time/calendar.ts'
import type { UserClock } from '../../time/due-words.ts'
import { useEditTasks } from '../use-task-edit.ts'
import { isSameRepeat, previewDays, previewStart, readRecurrence } from './next-days.ts'
import { planRepeat } from './plan-repeat.ts'
import { findGap, type RepeatDraft, startDraft, toDraft, toRule } from './repeat-draft.ts'
import { listPresets } from './repeat-presets.ts'
import { readRepeatWords, type WrittenRepeat } from './repeat-words.ts'

export type RepeatChoice = ReturnType<typeof useRepeatChoice>

/** The state of the repeat form and its actions, each of which closes it. */
export function useRepeatChoice(tasks: readonly Task[], clock: UserClock, onClose: () => void) {
  const editTasks = useEditTasks()
  const act = useAct()
  const today = dayIn(clock.timeZone, clock.now)
  const ownDay = findSharedDay(tasks, today)
  const day = ownDay ?? today
  const [current] = useState(() => findSharedRepeat(tasks))
  const [words, setWords] = useState('')
  const [draft, setDraft] = useState(() =>
    current ? toDraft(current.rule, current.basis, day) : startDraft(day),
  )
  const isTyping = words.trim() !== ''
  const drafted: WrittenRepeat = {
    rule: toRule(draft, weekStartDays[clock.formats.weekStartsOn]),
    basis: draft.basis,
    start: day,
  }
  const meant = isTyping ? readRepeatWords(words, clock, day) : drafted
  const gap = isTyping ? undefined : findGap(draft)
  const isCurrent = meant !== undefined && !meant.time && isSameRepeat(meant, current)
  const days = !meant || gap ? [] : listDays(meant, isCurrent ? current : undefined, day)
  const canSave = days.length > 0 && !isCurrent

  function apply(series: WrittenRepeat): void {
    const recurrence = { rule: serializeRecurrenceRule(series.rule), basis: series.basis }
    const sentence = describeRecurrence(series.rule, series.basis)
    rememberSentence(recurrence, sentence)
    const { time } = series
    const changes = {
      recurrence,
      ...(time && { dueTime: time.at, dueTimeZone: time.zone }),
    }
    const [first] = previewStart(series)
    for (const step of first ? planRepeat(tasks, first, series.start !== day) : [])
      editTasks(
        step.tasks,
        { ...changes, ...(step.dueOn && { dueOn: step.dueOn }) },
        `Repeats ${sentence}`,
      )
    onClose()
  }

  function skip(task: Task): void {
    void act({
      document: SkipOccurrence,
      input: { id: task.id },
      done: 'Skipped this one',
      failed: `“${task.title}” stays on its day.`,
    })
    onClose()
  }

  const repeating = tasks.filter(({ recurrence }) => recurrence)
  const [only] = tasks.length === 1 ? repeating : []
  return {
    words,
    draft,
    day,
    /** What would be saved; undefined while what is typed isn't a repeat. */
    meant,
    current,
    isCurrent,
    /** What is still missing, in words. */
    gap,
    sentence: meant && describeRecurrence(meant.rule, meant.basis),
    days,
    canSave,
    presets: listPresets(ownDay, clock.formats).map(({ label, rule }) => {
      const series = { rule, basis: 'SCHEDULE', start: day } as const
      return { label, isChosen: isSameRepeat(series, current), choose: () => apply(series) }
    }),
    write: setWords,
    change(next: RepeatDraft): void {
      setWords('')
      setDraft(next)
    },
    save(): void {
      if (canSave && meant) apply(meant)
    },
    skip: only && (() => skip(only)),
    end:
      repeating.length > 0
        ? () => {
            editTasks(repeating, { recurrence: null }, 'No longer repeats')
            onClose()
          }
        : undefined,
  }
}

function listDays(meant: RecurrenceSeries, current: RecurrenceSeries | undefined, day: Day): Day[] {
  return current ? previewDays(current, day) : previewStart(meant)
}

/** The day that all of them are due, today where they have none; undefined when they differ. */
function findSharedDay(tasks: readonly Task[], today: Day): Day | undefined {
  const days = new Set(tasks.map(({ dueOn }) => dueOn ?? today))
  const [day] = days
  return days.size === 1 ? day : undefined
}

/** How all of them repeat; undefined when they differ, or don't. */
function findSharedRepeat(tasks: readonly Task[]): RecurrenceSeries | undefined {
  const [first, ...others] = tasks.map(readRecurrence)
  return others.every((other) => first && isSameRepeat(first, other)) ? first : undefined
}
