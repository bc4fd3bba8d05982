import { describe, expect, test } from 'vitest'
import { parseQuickAdd, type QuickAddContext } from '../../../src/domain/quick-add/quick-add.ts'

const context: QuickAddContext = {
  now: Temporal.Instant.from('2026-11-25T09:00:00Z'),
  timeZone: 'Europe/Berlin',
  weekStartsOn: 'MONDAY',
  dateStyle: 'AUTO',
  lists: [
    { id: 'l1', name: 'Home' },
    { id: 'l2', name: 'home' },
  ],
  tags: [{ id: 't1', name: 'admin' }],
}
const read = (line: string, ...more: Partial<QuickAddContext>[]) =>
  parseQuickAdd(line, Object.assign({}, context, ...more))

describe('The parts that are recognised', () => {
  test('have their range in the line, and their meaning', () => {
    const { spans } = read('Pay rent every 1st 9am #home !high @admin @new')
    expect(spans).toEqual([
      {
        start: 9,
        end: 18,
        kind: 'REPEAT',
        text: 'every 1st',
        meaning: 'on the 1st of every month',
      },
      { start: 19, end: 22, kind: 'TIME', text: '9am', meaning: '09:00' },
      { start: 23, end: 28, kind: 'LIST', text: '#home', meaning: 'in Home' },
      { start: 29, end: 34, kind: 'PRIORITY', text: '!high', meaning: 'high priority' },
      { start: 35, end: 41, kind: 'TAG', text: '@admin', meaning: 'tagged admin' },
      { start: 42, end: 46, kind: 'TAG', text: '@new', meaning: 'new tag new' },
    ])
  })

  test.each([
    ['milk tomorrow evening', ['tomorrow: Thu 26 Nov 2026', 'evening: 19:00']],
    ['milk tonight', ['tonight: Wed 25 Nov 2026 21:00']],
    ['milk this morning', ['this morning: Wed 25 Nov 2026, no time as it has passed']],
    ['milk in 2 hours', ['in 2 hours: Wed 25 Nov 2026 12:00']],
    ['milk 5pm', ['5pm: Wed 25 Nov 2026 17:00']],
    ['milk tomorrow 9am PT', ['tomorrow: Thu 26 Nov 2026', '9am PT: 09:00 America/Los_Angeles']],
    [
      'milk every other Monday until June',
      [
        'every other Monday: every other Monday until 31 May 2027',
        'until June: until Mon 31 May 2027',
      ],
    ],
    ['milk daily 5 times', ['daily: every day, 5 times', '5 times: 5 times']],
    ['milk every! 3 days', ['every! 3 days: every 3 days after completion']],
    ['milk starting monday', ['starting monday: from Mon 30 Nov 2026']],
    [
      'trip from monday to friday',
      ['from monday to friday: from Mon 30 Nov 2026 to Fri 4 Dec 2026'],
    ],
  ])('of “%s” say what they mean', (line, meanings) => {
    expect(read(line).spans.map(({ text, meaning }) => `${text}: ${meaning}`)).toEqual(meanings)
  })

  test.each([
    ['milk, tomorrow', [', tomorrow']],
    ['milk (tomorrow, 9am)', ['(tomorrow,', '9am)']],
    ['tomorrow: milk', ['tomorrow:']],
    ['milk tomorrow.', ['tomorrow']],
    ['milk - tomorrow', ['- tomorrow']],
  ])('of “%s” include the punctuation that is useless without them', (line, texts) => {
    const { spans, title } = read(line)
    expect(spans.map(({ text }) => text)).toEqual(texts)
    expect(title.replace('.', '')).toBe('milk')
  })
})

describe('What is ignored stays text', () => {
  const line = 'call mum tomorrow evening #home'

  test('by its kind', () => {
    const { title, dueOn, list } = parseQuickAdd(line, context, { kinds: ['LIST'] })
    expect({ title, dueOn, list }).toEqual({
      title: 'call mum #home',
      dueOn: '2026-11-26',
      list: null,
    })
  })

  test('by its range, with what depends on it', () => {
    const ranges = [{ start: 9, end: 17 }]
    const { title, dueOn, dueTime } = parseQuickAdd(line, context, { ranges })
    expect({ title, dueOn, dueTime }).toEqual({
      title: 'call mum tomorrow evening',
      dueOn: null,
      dueTime: null,
    })
  })

  test('with its punctuation, which no part beside it includes', () => {
    const ranges = [{ start: 7, end: 14 }]
    const { title, spans } = parseQuickAdd('slides friday, !high', context, { ranges })
    expect({ title, spans: spans.map(({ text }) => text) }).toEqual({
      title: 'slides friday,',
      spans: ['!high'],
    })
  })

  test('and lets another part be recognised instead', () => {
    const ranges = [{ start: 14, end: 22 }]
    expect(parseQuickAdd('slides friday tomorrow', context, { ranges })).toMatchObject({
      title: 'slides tomorrow',
      dueOn: '2026-11-27',
    })
  })
})

test.each([
  ['Call mum tomorrow, then dad', 'Call mum, then dad'],
  ['Call mum tomorrow 9am!', 'Call mum!'],
  ['Call mum tomorrow !soon', 'Call mum !soon'],
  ['Call mum tomorrow :)', 'Call mum :)'],
])('The title of “%s” is “%s”, with its spaces unchanged', (line, title) => {
  expect(read(line).title).toBe(title)
})

describe('A line that can’t become a task says so', () => {
  test.each([
    ['tomorrow', /no title is left/],
    ['tomorrow.', /no title is left/],
    ['#home !high every day 9am', /no title is left/],
    ['', /empty/],
    ['   ', /empty/],
    ['x'.repeat(501), /limit is 500/],
    ['half \ud800', /lone surrogate/],
  ])('“%s”', (line, issue) => {
    expect(read(line).issues).toEqual([expect.stringMatching(issue)])
  })
})

test('A list is the first of those with the name, and names are compared without case', () => {
  expect(read('milk #HOME').list).toEqual({ id: 'l1', name: 'Home' })
})

test.each([
  ['MONDAY', '2026-11-30', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU'],
  ['SUNDAY', '2026-12-07', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU'],
] as const)('A week that begins on %s decides what the next one is', (weekStartsOn, day, rule) => {
  expect(read('milk every 2 weeks on sunday', { weekStartsOn }).recurrence?.rule).toBe(rule)
  // On Sunday the 29th, Monday the 30th is in the next week or in this one already.
  const now = Temporal.Instant.from('2026-11-29T09:00:00Z')
  expect(read('milk next monday', { weekStartsOn, now }).dueOn).toBe(day)
})

test.each([
  ['AUTO', null],
  ['YEAR_FIRST', null],
  ['DAY_FIRST', '2027-03-12'],
  ['MONTH_FIRST', '2027-12-03'],
] as const)('A person who writes dates %s means by 12/3/2027 %s', (dateStyle, day) => {
  expect(read('milk 12/3/2027', { dateStyle }).dueOn).toBe(day)
  expect(read('milk 25/12/2027', { dateStyle }).dueOn).toBe('2027-12-25')
})

describe('The day in the person’s zone', () => {
  test.each([
    ['2026-11-25', 'milk', '2026-11-25', null],
    ['2026-11-25', 'milk 5pm', '2026-11-25', '17:00'],
    ['2026-11-25', 'milk 9am', '2026-11-26', '09:00'],
    ['2026-11-28', 'milk 9am', '2026-11-28', '09:00'],
    ['2026-11-28', 'milk in the evening', '2026-11-28', '19:00'],
    ['2026-11-25', 'milk tomorrow', '2026-11-26', null],
    ['2026-11-25', 'milk every monday', '2026-11-30', null],
    ['2026-11-25', 'milk starting monday', null, null],
    ['2026-11-30', 'milk starting friday', '2026-11-30', null],
  ])('%s: “%s” is due on %s at %s', (defaultDay, line, dueOn, dueTime) => {
    expect(read(line, { defaultDay })).toMatchObject({ dueOn, dueTime })
  })
})

describe('On every day of the week, wherever weeks begin,', () => {
  const days = ['23', '24', '25', '26', '27', '28', '29'] // Monday to Sunday
  const readOn = (words: string, weekStartsOn: QuickAddContext['weekStartsOn']) =>
    days.map((day) => {
      const now = Temporal.Instant.from(`2026-11-${day}T12:00:00Z`)
      return read(`milk ${words}`, { weekStartsOn, now }).dueOn?.slice(5)
    })

  test.each([
    ['MONDAY', 'next weekend', '12-05 12-05 12-05 12-05 12-05 12-05 12-05'],
    ['SUNDAY', 'next weekend', '12-05 12-05 12-05 12-05 12-05 12-05 12-05'],
    ['SATURDAY', 'next weekend', '12-05 12-05 12-05 12-05 12-05 12-05 12-05'],
    ['MONDAY', 'this weekend', '11-28 11-28 11-28 11-28 11-28 11-28 11-29'],
    ['MONDAY', 'end of week', '11-27 11-27 11-27 11-27 11-27 11-29 11-29'],
    ['SUNDAY', 'end of week', '11-27 11-27 11-27 11-27 11-27 11-28 12-04'],
    ['SATURDAY', 'end of week', '11-27 11-27 11-27 11-27 11-27 12-04 12-04'],
    ['MONDAY', 'end of next week', '12-04 12-04 12-04 12-04 12-04 12-04 12-04'],
    ['SUNDAY', 'end of next week', '12-04 12-04 12-04 12-04 12-04 12-04 12-11'],
    ['SATURDAY', 'end of next week', '12-04 12-04 12-04 12-04 12-04 12-11 12-11'],
    ['MONDAY', 'next week', '11-30 11-30 11-30 11-30 11-30 11-30 11-30'],
    ['SUNDAY', 'next week', '11-30 11-30 11-30 11-30 11-30 11-30 12-07'],
    ['MONDAY', 'next workday', '11-24 11-25 11-26 11-27 11-30 11-30 11-30'],
  ] as const)('with weeks from %s, “%s” is what it says', (weekStartsOn, words, expected) => {
    expect(readOn(words, weekStartsOn).join(' ')).toBe(expected)
  })
})

test.each([
  ['2026-11-28T12:00:00Z', 'this weekend', '2026-11-28'],
  ['2026-11-29T12:00:00Z', 'this weekend', '2026-11-29'],
  ['2026-11-30T12:00:00Z', 'this weekend', '2026-12-05'],
  ['2026-11-27T12:00:00Z', 'friday', '2026-12-04'],
  ['2026-11-27T12:00:00Z', 'this friday', '2026-11-27'],
  ['2026-12-31T12:00:00Z', '1 jan', '2027-01-01'],
  ['2026-12-31T12:00:00Z', 'end of month', '2026-12-31'],
  ['2026-12-31T12:00:00Z', 'next month', '2027-01-01'],
  ['2027-01-31T12:00:00Z', 'in a month', '2027-02-28'],
  ['2028-02-29T12:00:00Z', 'in a year', '2029-02-28'],
  ['2026-11-25T22:59:00Z', 'today', '2026-11-25'],
  ['2026-11-25T23:00:00Z', 'today', '2026-11-26'],
])('At %s “%s” is %s in Berlin', (instant, words, day) => {
  expect(read(`milk ${words}`, { now: Temporal.Instant.from(instant) }).dueOn).toBe(day)
})
