import { expect, test } from 'vitest'
import {
  chooseRole,
  isToBeProbed,
  isToBeRenewed,
  nextPatience,
  type Occasion,
  pauseBefore,
} from './live-rules.ts'

const now = 1_000_000

test.each<[string, Occasion, { open: boolean; age: number; silence?: number }, boolean]>([
  ['a heartbeat is on its way', 'tick', { open: true, age: 900, silence: 24 }, false],
  ['two heartbeats are missing', 'tick', { open: true, age: 900, silence: 26 }, true],
  ['the first answer is waited for', 'tick', { open: false, age: 15 }, false],
  ['shown again while it lives', 'shown', { open: true, age: 900, silence: 5 }, true],
  [
    'shown again right after a sign of life',
    'shown',
    { open: true, age: 900, silence: 0.5 },
    false,
  ],
  ['shown again with an attempt under way', 'shown', { open: false, age: 8 }, true],
  ['shown again with a new attempt', 'shown', { open: false, age: 0.5 }, false],
  ['the keyboard comes back', 'focused', { open: true, age: 900, silence: 5 }, false],
  [
    'the keyboard comes back after a silence',
    'focused',
    { open: true, age: 900, silence: 14 },
    true,
  ],
  ['the network comes back', 'online', { open: true, age: 900, silence: 0 }, true],
  ['the API answers others, and not an old attempt', 'reached', { open: false, age: 4 }, true],
  ['the API answers others, the attempt is new', 'reached', { open: false, age: 2 }, false],
  ['the API answers others too', 'reached', { open: true, age: 9, silence: 1 }, false],
])('%s: by a %s, %o, reconnects: %s', (_case, occasion, link, isRenewed) => {
  expect(isToBeRenewed(describe(link), occasion, now)).toBe(isRenewed)
})

test.each([
  [{ open: true, age: 6, silence: 1 }, true],
  // It may be what the request that failed was overtaken by.
  [{ open: true, age: 4, silence: 1 }, false],
  [{ open: false, age: 6 }, false],
])('a request that failed makes an open connection doubtful: %o, %s', (link, isRenewed) => {
  expect(isToBeRenewed({ ...describe(link), hasTrouble: true }, 'tick', now)).toBe(isRenewed)
})

test.each([
  [{ isOpen: false, startedAt: now - 2_000 }, false],
  [{ isOpen: false, startedAt: now - 4_000 }, true],
  [{ isOpen: true, startedAt: now - 4_000 }, false],
])('an attempt without a sign, %o, has the API probed: %s', (link, isProbed) => {
  expect(isToBeProbed(link, now)).toBe(isProbed)
})

test('a slow API is left alone longer each time', () => {
  expect([3_000, 6_000, 12_000, 20_000].map(nextPatience)).toEqual([6_000, 12_000, 20_000, 20_000])
})

test('attempts come at longer intervals, within five seconds always, and not all at once', () => {
  expect([0, 1, 2, 3, 9].map((attempt) => pauseBefore(attempt, 1))).toEqual([
    500, 1_000, 2_000, 4_000, 4_000,
  ])
  expect(pauseBefore(3, 0)).toBe(3_000)
})

test.each([
  ['leads', { isLeading: true, hiddenSince: undefined, expectedBy: 0 }, 'keep'],
  [
    'receives from the leading tab',
    { isLeading: false, hiddenSince: undefined, expectedBy: now },
    'keep',
  ],
  [
    'receives nothing',
    { isLeading: false, hiddenSince: undefined, expectedBy: now - 1 },
    'take over',
  ],
  [
    'receives nothing and is hidden',
    { isLeading: false, hiddenSince: now - 5_000, expectedBy: 0 },
    'keep',
  ],
  [
    'leads and was just hidden',
    { isLeading: true, hiddenSince: now - 5_000, expectedBy: 0 },
    'keep',
  ],
  ['leads and is hidden', { isLeading: true, hiddenSince: now - 21_000, expectedBy: 0 }, 'let go'],
] as const)('a tab that %s: %s', (_case, tab, role) => {
  expect(chooseRole(tab, now)).toBe(role)
})

function describe(link: { open: boolean; age: number; silence?: number }) {
  return {
    isOpen: link.open,
    startedAt: now - link.age * 1_000,
    lastMessageAt: now - (link.silence ?? link.age) * 1_000,
    hasTrouble: false,
    patience: 3_000,
  }
}
