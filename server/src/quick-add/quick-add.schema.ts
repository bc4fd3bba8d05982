import { maxIgnoredRanges, textLimits } from '../domain/limits.ts'
import type { QuickAdd, QuickAddKind, QuickAddSpan } from '../domain/quick-add/quick-add.ts'
import { parseRecurrenceRule } from '../domain/recurrence/parse.ts'
import type { EachOf } from '../domain/task-fields/field-types.ts'
import type { InputBuilder } from '../graphql/add-mutation.ts'
import { builder } from '../graphql/builder.ts'
import { findLists } from '../lists/list.queries.ts'
import { ListType } from '../lists/list.schema.ts'
import { findTags } from '../tags/tag.queries.ts'
import { TagType } from '../tags/tag.schema.ts'
import { RecurrenceType } from '../tasks/repeat/recurrence.schema.ts'
import { exposeSigns, signKindValues } from '../tasks/task-field.schema.ts'
import { readLine } from './quick-add.service.ts'

const { quickAddLine } = textLimits

export const lineDescription = `One line of plain English, ${quickAddLine.min} to ${quickAddLine.max} characters, such as “Pay rent every 1st 9am #home !high @admin”. What it can say is in docs/quick-add.md.`
export const dueOnDescription =
  'The day that is meant where the line says none; none by default. A time in the line is on that day.'

const QuickAddKindType = builder.enumType('QuickAddKind', {
  description: 'What a recognised part of a line says.',
  values: {
    DATE: { value: 'DATE', description: 'The due day, sometimes with its time: tonight.' },
    TIME: { value: 'TIME', description: 'The due time: 9am, in the evening.' },
    REPEAT: { value: 'REPEAT', description: 'How it repeats: every other Monday.' },
    START: {
      value: 'START',
      description: 'When it starts: starting Monday, from Monday to Friday.',
    },
    END: { value: 'END', description: 'When the repeating ends: until June, 5 times.' },
    ...signKindValues(),
    LIST: { value: 'LIST', description: 'The list: #home. One that isn’t there stays text.' },
    TAG: { value: 'TAG', description: 'A tag: @admin. One that doesn’t exist is created.' },
    REMINDER: {
      value: 'REMINDER',
      description: 'When it rings: remind me 30 minutes before, !! tomorrow 9am.',
    },
  } as const satisfies Record<QuickAddKind, { value: QuickAddKind; description: string }>,
})

const QuickAddRange = builder.inputType('QuickAddRange', {
  description: 'A range of a line, counted in UTF-16 code units, as JavaScript does.',
  fields: (t) => ({
    start: t.int({ required: true, description: 'Its first unit, from 0.' }),
    end: t.int({ required: true, description: 'The unit behind its last.' }),
  }),
})

const QuickAddIgnore = builder.inputType('QuickAddIgnore', {
  description: 'What stays text although it could be recognised.',
  fields: (t) => ({
    kinds: t.field({ type: [QuickAddKindType], description: 'Nothing of these kinds.' }),
    ranges: t.field({
      type: [QuickAddRange],
      description: `Nothing that touches these ranges, such as the span of a part; ${maxIgnoredRanges} at most.`,
    }),
  }),
})

/** What a line can be given besides its text. */
export function lineFields(t: InputBuilder) {
  return {
    text: t.string({ required: true, description: lineDescription }),
    ignore: t.field({ type: QuickAddIgnore, description: 'What is to stay text.' }),
    dueOn: t.field({ type: 'Date', description: dueOnDescription }),
  }
}

export const QuickAddSpanType = builder.objectRef<QuickAddSpan>('QuickAddSpan').implement({
  description: 'A recognised part of a line. Exactly these parts are missing from the title.',
  fields: (t) => ({
    start: t.exposeInt('start', {
      description: 'Its first UTF-16 code unit in the text, from 0.',
    }),
    end: t.exposeInt('end', { description: 'The unit behind its last.' }),
    kind: t.expose('kind', { type: QuickAddKindType, description: 'What it says.' }),
    text: t.exposeString('text', { description: 'The part as it was written.' }),
    meaning: t.exposeString('meaning', {
      description: 'What it means now, in English: “Thu 26 Nov 2026”, “every other Monday”.',
    }),
  }),
})

const QuickAddTagType = builder.objectRef<QuickAdd['tags'][number]>('QuickAddTag').implement({
  description: 'A tag that a line names.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, as it is or will be called.' }),
    tag: t.field({
      type: TagType,
      nullable: true,
      description: 'The tag; null for one that quickAdd would create.',
      resolve: async ({ id }, _args, context) =>
        id === null ? null : ((await context.asUser((db) => findTags(db, [id])))[0] ?? null),
    }),
  }),
})

const QuickAddReminderType = builder
  .objectRef<QuickAdd['reminders'][number]>('QuickAddReminder')
  .implement({
    description:
      'When a line wants its task to ring: minutesBefore it is due, or on a day at a time of its own.',
    fields: (t) => ({
      minutesBefore: t.exposeInt('minutesBefore', {
        nullable: true,
        description:
          'How long before the task is due; without a due day it waits for one. null for one with a time of its own.',
      }),
      on: t.expose('on', {
        type: 'Date',
        nullable: true,
        description: 'The day of its own that it rings on.',
      }),
      time: t.exposeString('time', {
        nullable: true,
        description: 'The wall-clock time that it rings at on that day, HH:MM, in timeZone.',
      }),
      timeZone: t.exposeString('timeZone', {
        nullable: true,
        description: 'The IANA time zone of that time: the one in the line, or your own.',
      }),
    }),
  })

const QuickAddReading = builder.objectRef<QuickAdd>('QuickAddReading').implement({
  description: 'What a line means now: the task that quickAdd would create from it.',
  fields: (t) =>
    ({
      title: t.exposeString('title', {
        description: 'The line without what was recognised; empty only with an issue that says so.',
      }),
      startOn: t.expose('startOn', {
        type: 'Date',
        nullable: true,
        description: 'The day it can be begun.',
      }),
      dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'The day it is due.' }),
      dueTime: t.exposeString('dueTime', {
        nullable: true,
        description: 'The wall-clock time it is due, HH:MM.',
      }),
      dueTimeZone: t.exposeString('dueTimeZone', {
        nullable: true,
        description: 'The IANA time zone of the due time: the one in the line, or your own.',
      }),
      recurrence: t.field({
        type: RecurrenceType,
        nullable: true,
        description: 'How it repeats, counted from the due day.',
        resolve: ({ recurrence, dueOn }) => {
          if (recurrence === null || dueOn === null) return null
          const parsed = parseRecurrenceRule(recurrence.rule)
          if (!parsed.ok) throw new Error('A rule of our own can’t be read')
          const series = { rule: parsed.rule, basis: recurrence.basis, start: dueOn }
          return { series, occurrence: dueOn }
        },
      }),
      ...exposeSigns(t),
      list: t.field({
        type: ListType,
        nullable: true,
        description: 'The list it names; null where it names none that is there.',
        resolve: async ({ list }, _args, context) =>
          list && ((await context.asUser((db) => findLists(db, [list.id])))[0] ?? null),
      }),
      tags: t.expose('tags', {
        type: [QuickAddTagType],
        extensions: { cost: { atMost: quickAddLine.max } },
        description: 'The tags it names.',
      }),
      reminders: t.expose('reminders', {
        type: [QuickAddReminderType],
        extensions: { cost: { atMost: quickAddLine.max } },
        description: 'When it is to ring.',
      }),
      spans: t.expose('spans', {
        type: [QuickAddSpanType],
        // Each takes a character at least.
        extensions: { cost: { atMost: quickAddLine.max } },
        description: 'What was recognised, in the order of the line.',
      }),
      issues: t.exposeStringList('issues', {
        extensions: { cost: { atMost: 'counted' } },
        description: 'Why quickAdd would refuse it, in words; empty when it wouldn’t.',
      }),
    }) satisfies EachOf<keyof QuickAdd>,
})

builder.queryField('parseQuickAdd', (t) =>
  t.field({
    type: QuickAddReading,
    description:
      'Reads a line as quickAdd does, and creates nothing. Weeks begin as you have set it; where you leave that to the device, on Monday.',
    authScopes: { scope: 'tasks:read' },
    args: {
      text: t.arg.string({ required: true, description: lineDescription }),
      ignore: t.arg({ type: QuickAddIgnore, description: 'What is to stay text.' }),
      dueOn: t.arg({ type: 'Date', description: dueOnDescription }),
    },
    resolve: (_root, args, context) => context.asUser((db) => readLine(db, args, ['text'])),
  }),
)
