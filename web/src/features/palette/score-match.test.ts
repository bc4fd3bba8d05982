import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreMatch } from './score-match.ts'

test.each([
  ['', 'Inbox'],
  ['inbox', 'Inbox'],
  ['INB', 'Inbox'],
  ['nl', 'New list'],
  ['newl', 'New list'],
  ['new  list', 'New list'],
  ['list', 'New list'],
  ['upcmng', 'Upcoming'],
  ['cafe', 'Café to try'],
  ['café', 'Cafe'],
  ['box', 'Inbox'],
  ['зад', 'Новая задача'],
  ['theme d', 'Theme: dark'],
])('“%s” finds “%s”', (query, text) => {
  expect(scoreMatch(query, text)).toBeGreaterThan(0)
})

test.each([
  ['x', 'Today'],
  ['gi', 'Sign in'],
  ['inboxes', 'Inbox'],
  ['tuo', 'Out'],
  ['dt', 'Today'],
])('“%s” doesn’t find “%s”', (query, text) => {
  expect(scoreMatch(query, text)).toBe(0)
})

test.each([
  ['in', 'Inbox', 'Sign in'],
  ['to', 'Today', 'Go to the trash'],
  ['list', 'List', 'List of lists'],
  ['today', 'Today', 'Tomorrow day'],
  ['tr', 'Trash', 'Theme: dark'],
  ['box', 'Box of letters', 'Inbox'],
])('for “%s”, “%s” comes before “%s”', (query, first, second) => {
  expect(scoreMatch(query, first)).toBeGreaterThan(scoreMatch(query, second))
})

test('a text finds itself best of all, and no text scores more than 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (query, text) => {
      const score = scoreMatch(query, text)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12})?$/), (text) => {
      expect(scoreMatch(text, text)).toBeGreaterThan(0.9)
    }),
  )
})
