import { expect, test } from 'vitest'
import { describeSync } from './sync-text.ts'

test.each([
  [0, false, false, true, ''],
  [0, true, false, true, 'Saved'],
  [2, true, false, true, 'Saving…'],
  [1, true, true, true, 'Trouble reaching Tend, 1 change waiting'],
  [0, true, true, true, 'Trouble reaching Tend'],
  [0, true, false, false, 'Offline'],
  [1, true, true, false, 'Offline, 1 change waiting'],
  [3, false, true, false, 'Offline, 3 changes waiting'],
])('%d pending, saved %s, trouble %s, online %s: "%s"', (pending, saved, trouble, online, text) => {
  expect(describeSync({ pending, saved, trouble, live: true, changeCount: 0 }, online).text).toBe(
    text,
  )
})
