import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeThisAndFollowing, moveThisAndFollowing } from '../../src/domain/recurrence/edit.ts'
import { parseRecurrenceRule } from '../../src/domain/recurrence/parse.ts'
import {
  type FinishedOccurrence,
  findOccurrenceAfterCompletion,
  findOccurrenceAfterSkip,
} from '../../src/domain/recurrence/progress.ts'
import {
  findFirstOccurrence,
  findNextOccurrence,
  listBasisIssues,
  listOccurrences,
  type RecurrenceSeries,
} from '../../src/domain/recurrence/recurrence.ts'
import { serializeRecurrenceRule } from '../../src/domain/recurrence/rule.ts'
import { describeRecurrence } from '../../src/domain/recurrence/sentence.ts'
import { anyDay, anyPlainRuleText, anyRuleText, ruleOf } from './recurrence.samples.ts'

function onSchedule(text: string, start: string): RecurrenceSeries {
  return { rule: ruleOf(text), basis: 'SCHEDULE', start }
}

function afterCompletion(text: string, start: string): RecurrenceSeries {
  return { rule: ruleOf(text), basis: 'COMPLETION', start }
}

/** An occurrence that is over on a day, due on the day that its rule gave unless it was postponed. */
function finished(occurrence: string, today: string, dueOn = occurrence): FinishedOccurrence {
  return { occurrence, dueOn, today, isMissed: (day) => day < today }
}

test.each([
  ['FREQ=MONTHLY', '2027-01-31', '2027-01-31 2027-02-28 2027-03-31 2027-04-30'],
  ['FREQ=MONTHLY;BYMONTHDAY=30,31', '2027-01-01', '2027-01-30 2027-01-31 2027-02-28 2027-03-30'],
  ['FREQ=MONTHLY;BYMONTHDAY=30,31;COUNT=3', '2027-02-01', '2027-02-28 2027-03-30 2027-03-31'],
  ['FREQ=YEARLY', '2024-02-29', '2024-02-29 2025-02-28 2026-02-28 2027-02-28'],
  ['FREQ=YEARLY;INTERVAL=4', '2024-02-29', '2024-02-29 2028-02-29 2032-02-29 2036-02-29'],
  [
    'FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=31',
    '2027-03-01',
    '2027-04-30 2028-02-29 2028-04-30 2029-02-28',
  ],
  ['FREQ=MONTHLY;BYDAY=5FR', '2027-01-01', '2027-01-29 2027-04-30 2027-07-30 2027-10-29'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    '2027-01-01',
    '2027-01-29 2027-02-26 2027-03-31 2027-04-30',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU',
    '2027-01-05',
    '2027-01-05 2027-01-10 2027-01-19 2027-01-24',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
    '2027-01-05',
    '2027-01-05 2027-01-17 2027-01-19 2027-01-31',
  ],
  ['FREQ=DAILY;COUNT=2', '2027-01-05', '2027-01-05 2027-01-06'],
  ['FREQ=DAILY;UNTIL=20270107', '2027-01-05', '2027-01-05 2027-01-06 2027-01-07'],
  ['FREQ=DAILY;UNTIL=20270104', '2027-01-05', ''],
  ['FREQ=DAILY', '9999-12-30', '9999-12-30 9999-12-31'],
  ['FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYDAY=5MO', '2023-01-01', ''],
])('%s from %s gives %s', (text, start, days) => {
  expect(listOccurrences(onSchedule(text, start), { from: start, limit: 4 }).join(' ')).toBe(days)
})

test('occurrences far from the start keep interval and count', () => {
  const weeks = onSchedule('FREQ=WEEKLY;INTERVAL=3;BYDAY=MO', '1926-01-04')
  expect(findNextOccurrence(weeks, '2026-11-23')).toBe('2026-11-30')
  const counted = onSchedule('FREQ=DAILY;COUNT=10', '2027-01-01')
  expect(findNextOccurrence(counted, '2027-01-09')).toBe('2027-01-10')
  expect(findNextOccurrence(counted, '2027-01-10')).toBeUndefined()
})

test.each([
  ['done on its day', '2027-01-04', '2027-01-04', '2027-01-11'],
  ['done early', '2027-01-04', '2027-01-01', '2027-01-11'],
  ['done late', '2027-01-04', '2027-01-08', '2027-01-11'],
  ['done on the day of the next', '2027-01-04', '2027-01-11', '2027-01-11'],
  ['done after several were missed', '2027-01-04', '2027-01-27', '2027-02-01'],
])(
  'on a schedule, after one %s the next is the first not past',
  (_, occurrence, completedOn, day) => {
    const series = onSchedule('FREQ=WEEKLY;BYDAY=MO', '2027-01-04')
    expect(findOccurrenceAfterCompletion(series, finished(occurrence, completedOn))).toEqual({
      day,
      series,
    })
  },
)

test.each([
  ['FREQ=DAILY;INTERVAL=3', '2027-01-10', '2027-01-13'],
  ['FREQ=WEEKLY', '2027-01-10', '2027-01-17'],
  ['FREQ=MONTHLY', '2027-01-31', '2027-02-28'],
  ['FREQ=YEARLY', '2028-02-29', '2029-02-28'],
  ['FREQ=DAILY;INTERVAL=3;UNTIL=20270113', '2027-01-10', '2027-01-13'],
  ['FREQ=DAILY;INTERVAL=3;UNTIL=20270112', '2027-01-10', undefined],
  ['FREQ=YEARLY', '9999-05-05', undefined],
])('%s after completion, completed on %s, comes again on %s', (text, completedOn, day) => {
  const series = afterCompletion(text, '2027-01-02')
  const next = findOccurrenceAfterCompletion(series, finished('2027-01-02', completedOn))
  expect(next?.day).toBe(day)
  expect(next?.series.start).toBe(day)
})

test('after completion a count counts completed occurrences', () => {
  const first = afterCompletion('FREQ=DAILY;COUNT=2', '2027-01-02')
  const done = finished('2027-01-02', '2027-01-05')
  const second = findOccurrenceAfterCompletion(first, done)
  expect(second).toEqual({
    day: '2027-01-06',
    series: afterCompletion('FREQ=DAILY;COUNT=1', '2027-01-06'),
  })
  if (!second) return
  expect(findOccurrenceAfterCompletion(second.series, done)).toBeUndefined()
})

test.each([
  ['before its day', '2027-01-02', '2027-01-01', '2027-01-05'],
  ['after its day', '2027-01-02', '2027-01-10', '2027-01-13'],
])('after completion, one skipped %s moves an interval on', (_, occurrence, today, day) => {
  const series = afterCompletion('FREQ=DAILY;INTERVAL=3', occurrence)
  expect(findOccurrenceAfterSkip(series, finished(occurrence, today))?.day).toBe(day)
})

// Every day, the occurrence of the 4th: the day it was postponed to, today, the next one.
test.each([
  ['2027-01-10', '2027-01-10', '2027-01-11', '2027-01-11'],
  ['2027-01-10', '2027-01-12', '2027-01-12', '2027-01-12'],
  ['2027-01-10', '2027-01-08', '2027-01-09', '2027-01-11'],
  ['2027-01-04', '2027-01-10', '2027-01-10', '2027-01-10'],
  ['2027-01-02', '2027-01-02', '2027-01-05', '2027-01-05'],
])(
  'an occurrence postponed to %s and ended on %s comes again on %s when completed, %s when skipped',
  (dueOn, today, done, skipped) => {
    const series = onSchedule('FREQ=DAILY', '2027-01-01')
    const ended = finished('2027-01-04', today, dueOn)
    expect(findOccurrenceAfterCompletion(series, ended)?.day).toBe(done)
    expect(findOccurrenceAfterSkip(series, ended)?.day).toBe(skipped)
  },
)

test('after completion, an occurrence that is postponed and skipped continues from the day it was postponed to', () => {
  const series = afterCompletion('FREQ=DAILY;INTERVAL=3', '2027-01-02')
  const ended = finished('2027-01-02', '2027-01-01', '2027-01-05')
  expect(findOccurrenceAfterSkip(series, ended)?.day).toBe('2027-01-08')
})

test('on a schedule, skipping the last of a count ends the series', () => {
  const series = onSchedule('FREQ=DAILY;COUNT=2', '2027-01-01')
  const skip = (occurrence: string) =>
    findOccurrenceAfterSkip(series, finished(occurrence, '2027-01-01'))?.day
  expect([skip('2027-01-01'), skip('2027-01-02')]).toEqual(['2027-01-02', undefined])
})

test.each([
  ['FREQ=WEEKLY;BYDAY=MO', '2027-01-11', '2027-01-12', 'FREQ=WEEKLY;BYDAY=TU'],
  ['FREQ=WEEKLY', '2027-01-11', '2027-01-12', 'FREQ=WEEKLY;BYDAY=TU'],
  ['FREQ=WEEKLY;BYDAY=MO,TH', '2027-01-11', '2027-01-12', 'FREQ=WEEKLY;BYDAY=TU,TH'],
  ['FREQ=DAILY;INTERVAL=3', '2027-01-10', '2027-01-12', 'FREQ=DAILY;INTERVAL=3'],
  ['FREQ=WEEKLY;BYDAY=MO;COUNT=5', '2027-01-11', '2027-01-12', 'FREQ=WEEKLY;BYDAY=TU;COUNT=4'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', '2027-01-15', '2027-01-20', 'FREQ=MONTHLY;BYMONTHDAY=1,20'],
  ['FREQ=MONTHLY;BYMONTHDAY=31', '2027-02-28', '2027-02-27', 'FREQ=MONTHLY;BYMONTHDAY=27'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', '2027-01-31', '2027-02-28', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['FREQ=MONTHLY;BYDAY=2TU', '2027-01-12', '2027-01-15', 'FREQ=MONTHLY;BYDAY=3FR'],
  ['FREQ=MONTHLY;BYDAY=2TU', '2027-01-12', '2027-01-29', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['FREQ=MONTHLY;BYDAY=-1FR', '2027-01-29', '2027-01-28', 'FREQ=MONTHLY;BYDAY=-1TH'],
  [
    'FREQ=YEARLY;BYMONTH=5;BYDAY=2SU',
    '2027-05-09',
    '2027-06-01',
    'FREQ=YEARLY;BYMONTH=6;BYDAY=1TU',
  ],
  ['FREQ=YEARLY', '2027-01-04', '2027-03-05', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5'],
])('%s with %s and all that follow moved to %s becomes %s', (text, occurrence, day, moved) => {
  const step = moveThisAndFollowing(onSchedule(text, '2027-01-04'), { occurrence, day })
  expect([step.day, step.series.start]).toEqual([day, day])
  expect(serializeRecurrenceRule(step.series.rule)).toBe(moved)
})

test('a move that the rule can’t express moves one occurrence and counts it', () => {
  const workdays = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'
  const series = onSchedule(`${workdays};COUNT=3`, '2027-01-29')
  const step = moveThisAndFollowing(series, { occurrence: '2027-01-29', day: '2027-01-31' })
  expect(serializeRecurrenceRule(step.series.rule)).toBe(`${workdays};COUNT=2`)
  expect(findNextOccurrence(step.series, step.day)).toBe('2027-02-26')
  const last = onSchedule(`${workdays};COUNT=1`, '2027-01-29')
  const end = moveThisAndFollowing(last, { occurrence: '2027-01-29', day: '2027-01-31' })
  expect(findNextOccurrence(end.series, end.day)).toBeUndefined()
})

test('another rule for this and all that follow begins with the first day it gives', () => {
  const text = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=2'
  const day = '2027-01-08'
  const begun = { day, series: onSchedule(text, day) }
  for (const start of ['2027-01-02', '2027-01-04', day])
    expect(changeThisAndFollowing(onSchedule(text, start))).toEqual(begun)
  expect(
    changeThisAndFollowing(onSchedule('FREQ=DAILY;UNTIL=20270103', '2027-01-04')),
  ).toBeUndefined()
})

test('a rule that names days is refused after completion', () => {
  expect(listBasisIssues(ruleOf('FREQ=WEEKLY;BYDAY=MO'), 'COMPLETION')).toHaveLength(1)
  expect(listBasisIssues(ruleOf('FREQ=WEEKLY;BYDAY=MO'), 'SCHEDULE')).toEqual([])
  expect(listBasisIssues(ruleOf('FREQ=WEEKLY;INTERVAL=2'), 'COMPLETION')).toEqual([])
})

test('any rule can be read back from its text, and keeps one spelling', () => {
  fc.assert(
    fc.property(anyRuleText, (text) => {
      const rule = ruleOf(text)
      const kept = serializeRecurrenceRule(rule)
      expect(ruleOf(kept)).toEqual(rule)
      expect(serializeRecurrenceRule(ruleOf(kept))).toBe(kept)
    }),
  )
})

test('any rule has a sentence, which says everything', () => {
  fc.assert(
    fc.property(anyRuleText, fc.constantFrom('SCHEDULE', 'COMPLETION'), (text, basis) => {
      const sentence = describeRecurrence(ruleOf(text), basis as 'SCHEDULE' | 'COMPLETION')
      expect(sentence).toMatch(/^(every|on the) /)
      expect(sentence).not.toMatch(/undefined|null|NaN| {2}|\.$/)
    }),
  )
})

test('no text makes parsing throw', () => {
  const parts = fc.constantFrom(
    'FREQ',
    'BYDAY',
    'UNTIL',
    'COUNT',
    '=',
    ';',
    ',',
    'MONTHLY',
    '-1',
    'MO',
    '9',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(parts).map((all) => all.join('')),
  )
  fc.assert(fc.property(text, (any) => typeof parseRecurrenceRule(any).ok === 'boolean'))
})

test('the occurrences of any rule rise, begin at its start and agree with each other', () => {
  fc.assert(
    fc.property(anyRuleText, anyDay, (text, start) => {
      const series = onSchedule(text, start)
      const days = listOccurrences(series, { from: start, limit: 6 })
      let before: string | undefined
      for (const day of days) {
        expect(day >= start).toBe(true)
        if (before !== undefined) {
          expect(day > before).toBe(true)
          expect(findNextOccurrence(series, before)).toBe(day)
        }
        before = day
      }
      expect(findFirstOccurrence(series)).toBe(days[0])
      const { end } = series.rule
      if (end.kind === 'until') expect(days.every((day) => day <= end.until)).toBe(true)
      if (end.kind === 'count') expect(days.length).toBe(Math.min(6, end.count))
    }),
  )
})

test('the occurrence after a completion of any rule is later and not before the day of completion', () => {
  fc.assert(
    fc.property(anyRuleText, anyDay, anyDay, (text, start, completedOn) => {
      const series = onSchedule(text, start)
      const occurrence = findFirstOccurrence(series)
      if (occurrence === undefined) return
      const next = findOccurrenceAfterCompletion(series, finished(occurrence, completedOn))
      if (next) expect(next.day > occurrence && next.day >= completedOn).toBe(true)
    }),
  )
  fc.assert(
    fc.property(anyPlainRuleText, anyDay, anyDay, (text, start, completedOn) => {
      const series = afterCompletion(text, start)
      const next = findOccurrenceAfterCompletion(series, finished(start, completedOn))
      if (next) expect(next.day > completedOn).toBe(true)
    }),
  )
})

test('this and all that follow of any rule can be moved to any day, and continue after it', () => {
  fc.assert(
    fc.property(anyRuleText, anyDay, anyDay, (text, start, day) => {
      const series = onSchedule(text, start)
      const occurrence = findFirstOccurrence(series)
      if (occurrence === undefined) return
      const step = moveThisAndFollowing(series, { occurrence, day })
      expect(ruleOf(serializeRecurrenceRule(step.series.rule))).toEqual(step.series.rule)
      const { end } = step.series.rule
      const left = listOccurrences(step.series, { from: day, limit: 60 })
      const onPattern = left[0] === day
      if (series.rule.end.kind === 'count' && end.kind === 'count') {
        expect(left.length + (onPattern ? 0 : 1)).toBe(series.rule.end.count)
      }
    }),
  )
})

test('a rule begins with the same day whatever its interval, and is counted from there', () => {
  fc.assert(
    fc.property(anyRuleText, anyDay, fc.integer({ min: 1, max: 14 }), (text, from, interval) => {
      const { rule } = onSchedule(text, from)
      const begun = changeThisAndFollowing(onSchedule(text, from))
      const other = changeThisAndFollowing({
        ...onSchedule(text, from),
        rule: { ...rule, interval },
      })
      expect(other?.day).toBe(begun?.day)
      if (begun) expect(findFirstOccurrence(begun.series)).toBe(begun.day)
    }),
  )
})
