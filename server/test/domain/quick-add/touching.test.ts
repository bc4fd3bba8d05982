import { describe, expect, test } from 'vitest'
import { parseQuickAdd } from '../../../src/domain/quick-add/quick-add.ts'
import { readAt } from './corpus.ts'
import { corpusMorning } from './score.ts'

const read = (line: string) => readAt(line, corpusMorning, 'UTC')

describe('A phrase that is read only in part is not read at all', () => {
  test.each([
    ['a number beside a weekday', 'Dinner Mon 29 9am'],
    ['a number before a day', 'Dinner 8 friday'],
    ['an ordinal behind a weekday', 'Watch Friday the 13th'],
    ['an ordinal beside a time', 'Dinner the 31st feb at 9am'],
    ['an ordinal before a weekday', 'Call Rob 5th friday'],
    ['a unit before a day', 'Leave a few days before dec 24'],
    ['a unit behind a day', 'Leave friday month'],
    ['a span before a time', 'Leave 2 hours before 5pm'],
    ['a second span', 'Leave in 2 hours 5 days'],
    ['half of something', 'Leave in a week and a half'],
    ['another weekday', 'Call Rob thursday friday'],
    ['another weekday behind a comma', 'Call Rob thursday, friday'],
    ['a month behind a weekday', 'Call Rob friday december'],
    ['a month that is said with "in"', 'Call Rob every week in april'],
    ['a date as numbers before a time', 'Call Rob 3/4 noon'],
    ['a date as numbers behind a weekday', 'Call Rob monday 9/9'],
    ['a date with full stops before a time', 'Call Rob 31.2. 9:15'],
    ['another hour behind a time', 'Feed the cat at 7 and 19 as usual'],
    ['another time behind a plus', 'Feed the cat 8am + 8pm'],
    ['a zone that means several', 'Call Rob 9am IST'],
    ['"and" with another day', 'Call Rob thursday and friday'],
    ['"and" with another time', 'Call Rob at 7am and 7pm'],
    ['"or" with another day', 'Call Rob tomorrow or friday'],
    ['"or" with a number', 'Call Rob in an hour or two'],
    ['"or so"', 'Call Rob in a week or so'],
    ['"to" with a number', 'Call Rob in 2 to 3 weeks'],
    ['"until" behind a repeat', 'Call Rob every day until he answers'],
    ['an exception behind the time of a repeat', 'Call Rob every day at 9am except sundays'],
    ['a time whose day is not read', 'Thursday or Friday: call Rob 6pm'],
    ['a time behind a day that is a word of its own', 'Where the dog sat 5pm'],
    ['two times before a repeat', 'Walk the dog 7am and 6pm daily'],
    ['a month that a repeat is counted from', 'Call Rob monthly from january'],
    ['what is past', 'Log the call from yesterday 5pm'],
    ['a quotation that is still open', 'Read "Tomorrow at 5pm'],
  ])('%s: “%s”', (_what, line) => {
    const { title, spans, dueOn, recurrence } = read(line)
    expect({ title, spans, dueOn, recurrence }).toEqual({
      title: line,
      spans: [],
      dueOn: null,
      recurrence: null,
    })
  })
})

describe('Words that belong to something else don’t keep a phrase from being read', () => {
  test.each([
    ['a number with its noun before it', 'Read chapter 7 tomorrow', 'Read chapter 7'],
    ['a number in a name', 'Update to Windows 11 tonight', 'Update to Windows 11'],
    ['people at a table', 'Book table for 4 tomorrow', 'Book table for 4'],
    ['a number that counts what follows', 'Tomorrow 3 clients call', '3 clients call'],
    ['how long something takes', 'Run 30 minutes tomorrow', 'Run 30 minutes'],
    ['somebody called as a month', 'Call April tomorrow', 'Call April'],
    ['"and" with something else', 'Buy milk tomorrow and bread', 'Buy milk and bread'],
    ['"to" with something to do', 'Call Rob tomorrow to thank him', 'Call Rob to thank him'],
    ['a range of times', 'Workshop tomorrow 9am to 5pm', 'Workshop 9am to 5pm'],
    ['a comma', 'Call Rob tomorrow, then Ida', 'Call Rob, then Ida'],
    ['a past day', 'Pay lunch from last tuesday by tomorrow', 'Pay lunch from last tuesday'],
    ['whose mail it is', 'Answer mail from monday by tomorrow', 'Answer mail from monday'],
    ['a king', 'Read Henry the 8th by tomorrow', 'Read Henry the 8th'],
    ['a verb with "in"', 'Hand it in by tomorrow', 'Hand it in'],
    ['a verb with "by"', 'Stop by by tomorrow', 'Stop by'],
  ])('%s: “%s”', (_what, line, title) => {
    expect(read(line)).toMatchObject({ title, dueOn: expect.stringMatching(/^2026-11-2[56]$/) })
  })

  test.each([
    ['a name before days that repeat', '1:1 with Rosa thursdays 2:30pm', '1:1 with Rosa'],
    ['a month at the start', 'june 4 dentist', 'dentist'],
    ['a month with a wrong letter', "augist 12 Tess's cake", "Tess's cake"],
    ['"by" between a day and its time', 'call Rob tomorrow by 9', 'call Rob'],
    ['"on" between a time and its day', 'book a table for 8pm on friday', 'book a table'],
    ['"of month" without "the"', 'pay Rob on last day of month', 'pay Rob'],
    ['the end of business', 'call Rob by end of business friday', 'call Rob'],
    ['a day with two letters exchanged', 'mondya call Rob', 'call Rob'],
  ])('nor does %s: “%s”', (_what, line, title) => {
    expect(read(line)).toMatchObject({ title, dueOn: expect.any(String) })
  })

  test('nor does a part that somebody has turned back into text', () => {
    const line = 'Call Rob thursday friday'
    const context = {
      now: Temporal.Instant.from('2026-11-25T10:00:00Z'),
      timeZone: 'UTC',
      weekStartsOn: 'MONDAY',
      dateStyle: 'AUTO',
      lists: [],
      tags: [],
    } as const
    const ranges = [{ start: 9, end: 17 }]
    expect(parseQuickAdd(line, context, { ranges })).toMatchObject({
      title: 'Call Rob thursday',
      dueOn: '2026-11-27',
    })
  })
})
