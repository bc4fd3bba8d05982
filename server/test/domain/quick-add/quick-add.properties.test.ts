import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueInstant } from '../../../src/domain/dates/due-date.ts'
import { changeDates, noDates } from '../../../src/domain/dates/task-dates.ts'
import { textLimits } from '../../../src/domain/limits.ts'
import { parseQuickAdd, type QuickAddContext } from '../../../src/domain/quick-add/quick-add.ts'
import { writeReference } from '../../../src/domain/quick-add/written-reference.ts'
import { changeReminders } from '../../../src/domain/reminders/change-reminders.ts'
import { checkText } from '../../../src/domain/text/text.ts'
import { readCorpus, zones } from './corpus.ts'

const named = (name: string) => ({ id: name, name })

const anySurroundings: fc.Arbitrary<QuickAddContext> = fc.record({
  now: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())),
  timeZone: fc.constantFrom(...zones),
  weekStartsOn: fc.constantFrom('MONDAY', 'SATURDAY', 'SUNDAY'),
  dateStyle: fc.constantFrom('AUTO', 'DAY_FIRST', 'MONTH_FIRST', 'YEAR_FIRST'),
  lists: fc.constant(['Home', 'Side project', 'İstanbul', 'ﬁnance'].map(named)),
  tags: fc.constant(['admin', 'deep work', 'ǅ', '5min'].map(named)),
})

// Words of the grammar in random order find errors that no sensible phrase would.
const phrases = [...readCorpus('phrases'), ...readCorpus('reminders')]
const words = [...new Set(phrases.flatMap(({ text }) => text.split(/\s+/)))]
const introductions = [
  'remind me',
  'and remind me',
  'reminder',
  '!!',
  '1 day before',
  'tomorrow 2pm,',
]
const anyLine = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...words) },
        { weight: 1, arbitrary: fc.constantFrom(...introductions) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      ),
      { maxLength: 25 },
    )
    .chain((chosen) =>
      fc.constantFrom(' ', '  ', '\t', '\u00a0').map((space) => chosen.join(space)),
    ),
)
const withoutSpace = (text: string) => text.replace(/\s+/gu, '')

describe('Whatever the line', { timeout: 60_000 }, () => {
  test('the parts don’t overlap, are in order, and exactly they are missing from the title', () => {
    fc.assert(
      fc.property(anyLine, anySurroundings, (line, context) => {
        const { spans, title } = parseQuickAdd(line, context)
        let [left, from] = ['', 0]
        for (const { start, end, text } of spans) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          expect(text).toBe(line.slice(start, end))
          left += line.slice(from, start)
          from = end
        }
        expect(withoutSpace(title)).toBe(withoutSpace(left + line.slice(from)))
      }),
      { numRuns: 1000 },
    )
  })

  test('every part says what it means, and every field that is set has a part', () => {
    fc.assert(
      fc.property(anyLine, anySurroundings, (line, context) => {
        const read = parseQuickAdd(line, context)
        const kinds = new Set<string>(read.spans.map(({ kind }) => kind))
        const has = (...any: string[]) => any.some((kind) => kinds.has(kind))
        for (const { meaning } of read.spans) expect(meaning.trim()).not.toBe('')
        if (read.dueOn !== null) expect(has('DATE', 'TIME', 'REPEAT', 'START')).toBe(true)
        if (read.dueTime !== null) expect(has('DATE', 'TIME', 'REPEAT')).toBe(true)
        if (read.startOn !== null) expect(has('START')).toBe(true)
        expect(read.recurrence !== null).toBe(has('REPEAT'))
        expect(read.priority !== 'NONE').toBe(has('PRIORITY'))
        expect(read.list !== null).toBe(has('LIST'))
        expect(read.tags.length > 0).toBe(has('TAG'))
        expect(read.reminders.length > 0).toBe(has('REMINDER'))
      }),
      { numRuns: 1000 },
    )
  })

  test('an empty title always has an issue', () => {
    fc.assert(
      fc.property(anyLine, anySurroundings, (line, context) => {
        const { title, issues } = parseQuickAdd(line, context)
        if (title.trim() === '') expect(issues).not.toEqual([])
      }),
    )
  })

  test('a task can have the dates that were found, and a repeat begins on the day that is due', () => {
    fc.assert(
      fc.property(anyLine, anySurroundings, (line, context) => {
        const read = parseQuickAdd(line, context)
        const { startOn, dueOn, dueTime, dueTimeZone, recurrence } = read
        const dates = { startOn, dueOn, dueTime, dueTimeZone, recurrence }
        const changed = changeDates(noDates, dates, context.timeZone)
        expect(changed).toMatchObject({ ok: true, dates: { startOn, dueOn, dueTime } })
      }),
      { numRuns: 1000 },
    )
  })

  test('a task can have the reminders that were found, each once and none of them past', () => {
    fc.assert(
      fc.property(anyLine, anySurroundings, (line, context) => {
        const { reminders, issues } = parseQuickAdd(line, context)
        const changed = changeReminders(
          null,
          { reminders },
          { timeZone: 'UTC', now: String(context.now), makeId: randomUUID },
        )
        if (issues.length === 0) expect(changed.ok).toBe(true)
        const times = reminders.map((one) => JSON.stringify(one))
        expect(new Set(times).size).toBe(times.length)
        for (const { on, time, timeZone } of reminders) {
          const at = on && dueInstant(on, time, timeZone)
          if (at) expect(Temporal.Instant.compare(at, context.now)).toBe(1)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('turning all parts back to text leaves the line unchanged', () => {
    fc.assert(
      fc.property(anyLine, anySurroundings, (line, context) => {
        const everything = [{ start: 0, end: line.length }]
        const { spans, title } = parseQuickAdd(line, context, { ranges: everything })
        expect(spans).toEqual([])
        expect(withoutSpace(title)).toBe(withoutSpace(line))
      }),
    )
  })

  test('a part turned back to text is in the title and in no part', () => {
    fc.assert(
      fc.property(anyLine, anySurroundings, fc.nat(), (line, context, nth) => {
        const { spans } = parseQuickAdd(line, context)
        const span = spans[nth % Math.max(spans.length, 1)]
        if (!span) return
        const again = parseQuickAdd(line, context, { ranges: [span] })
        for (const { start, end } of again.spans)
          expect(end <= span.start || start >= span.end).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

test.each([
  ['one long word', 'a'.repeat(10_000)],
  ['nothing but marks', '!'.repeat(10_000)],
  ['nothing but signs', '# @ '.repeat(2_500)],
  ['quotes that never close', '#"x '.repeat(2_500)],
  ['days all the way', 'tomorrow '.repeat(1_111)],
  ['lists of days', 'every mon, '.repeat(909)],
  ['one list of days', `every ${'mon, '.repeat(2_000)}`],
  ['one list of numbers', `every ${'1st and '.repeat(1_250)}`],
  ['the end of the end', 'the end of '.repeat(909)],
  ['times in ranges', '9am to '.repeat(1_428)],
  ['digits', '1'.repeat(10_000)],
  ['reminders', 'remind me 1 day before, '.repeat(416)],
  ['one list of reminders', `remind me ${'1 day and '.repeat(1_000)}`],
])('As many characters as a line can have are read, and more are an issue: %s', (_name, line) => {
  const context = fc.sample(anySurroundings, { numRuns: 1, seed: 1 })[0]
  if (!context) throw new Error('Expected context, found none')
  const longest = line.slice(0, textLimits.quickAddLine.max)
  const { title, spans } = parseQuickAdd(longest, context)
  expect(title.length + spans.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(
    longest.length * 0.7,
  )
  expect(parseQuickAdd(line, context).issues.length).toBeGreaterThan(0)
})

test('a list whose name we write is the one that is read', () => {
  const anyName = fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.constantFrom('Really?', 'a "b" c', '“x” and "y"', 'Home', 'Side  project', '(old)', '!'),
    )
    .filter((name) => checkText(name, textLimits.listName).ok && !/["”“»]/.test(name))
  fc.assert(
    fc.property(anyName, anySurroundings, (name, context) => {
      const line = `Paint ${writeReference('#', name)} the wall`
      const read = parseQuickAdd(line, { ...context, lists: [named(name)] })
      expect(read.list?.id).toBe(name)
    }),
  )
})
