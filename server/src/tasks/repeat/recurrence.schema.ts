import { addDays, lastDay } from '../../domain/dates/day.ts'
import { occurrencePreview } from '../../domain/limits.ts'
import type { RecurrenceBasis } from '../../domain/recurrence/basis.ts'
import { listOccurrences, type RecurrenceSeries } from '../../domain/recurrence/recurrence.ts'
import { serializeRecurrenceRule } from '../../domain/recurrence/rule.ts'
import { describeRecurrence } from '../../domain/recurrence/sentence.ts'
import { badUserInput } from '../../errors.ts'
import { builder } from '../../graphql/builder.ts'

export const RecurrenceBasisType = builder.enumType('RecurrenceBasis', {
  description: 'What the days of a recurrence are counted from.',
  values: {
    SCHEDULE: { description: 'The days the rule gives, whenever each is done.' },
    COMPLETION: { description: 'The day it was done: "3 days after I did it".' },
  } as const satisfies Record<RecurrenceBasis, object>,
})

export const OccurrenceScopeType = builder.enumType('OccurrenceScope', {
  description: 'Which occurrences of a repeating task another due day is for.',
  values: {
    THIS: { description: 'This one alone; the next one comes as if it had stayed.' },
    THIS_AND_FOLLOWING: {
      description:
        'This one and all that follow: Mondays become Tuesdays, the 15th the 20th, the 2nd Tuesday the 3rd Friday.',
    },
  } as const,
})

export const RecurrenceInput = builder.inputType('RecurrenceInput', {
  description: 'How a task repeats. It counts from the due day.',
  fields: (t) => ({
    rule: t.string({
      required: true,
      description:
        'A recurrence rule of RFC 5545 on days, at most 400 characters: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST, COUNT or UNTIL, such as FREQ=MONTHLY;BYDAY=2TU. A month day that a month doesn’t have is its last day.',
    }),
    basis: t.field({
      type: RecurrenceBasisType,
      required: true,
      defaultValue: 'SCHEDULE',
      description: 'What its days are counted from. After completion a rule has no BY parts.',
    }),
  }),
})

/** A series and the day its rule gave for the task's own occurrence. */
export type Recurrence = {
  series: RecurrenceSeries
  occurrence: string
}

export const RecurrenceType = builder.objectRef<Recurrence>('Recurrence').implement({
  description: 'How a task repeats. Completing it creates its next occurrence, a task of its own.',
  fields: (t) => ({
    rule: t.string({
      description: 'The rule in RFC 5545’s words, such as FREQ=WEEKLY;BYDAY=MO.',
      resolve: ({ series }) => serializeRecurrenceRule(series.rule),
    }),
    basis: t.field({
      type: RecurrenceBasisType,
      description: 'What its days are counted from.',
      resolve: ({ series }) => series.basis,
    }),
    sentence: t.string({
      description: 'The rule in English, such as "every 2nd Tuesday".',
      resolve: ({ series }) => describeRecurrence(series.rule, series.basis),
    }),
    startOn: t.field({
      type: 'Date',
      description: 'The day its intervals and its count are counted from.',
      resolve: ({ series }) => series.start,
    }),
    occurrenceOn: t.field({
      type: 'Date',
      description: 'The day the rule gave for this task, whatever day it was put off to.',
      resolve: ({ occurrence }) => occurrence,
    }),
    nextOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first of nextOccurrences; null when this is the last one.',
      resolve: (recurrence) => listNext(recurrence, 1)[0] ?? null,
    }),
    nextOccurrences: t.field({
      type: ['Date'],
      description:
        'The days that come after this one, if each is done on its day. Those that are past when it is done are passed over then.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: occurrencePreview.default,
          description: `How many, ${occurrencePreview.min} to ${occurrencePreview.max}.`,
        }),
      },
      resolve: (recurrence, { first }) => {
        const { min, max } = occurrencePreview
        if (first >= min && first <= max) return listNext(recurrence, first)
        const message = `first must be from ${min} to ${max}, and is ${first}.`
        throw badUserInput([{ path: ['first'], message }])
      },
    }),
  }),
})

function listNext({ series, occurrence }: Recurrence, limit: number): string[] {
  if (occurrence >= lastDay) return []
  return listOccurrences(series, { from: addDays(occurrence, 1), limit })
}
