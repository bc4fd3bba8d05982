import { expect, test } from 'vitest'
import { describeSync } from './sync-text.ts'

test.each([
  [0, false, true, ''],
  [2, false, true, 'Saving…'],
  [1, true, true, 'Saving…'],
  [0, true, true, 'Trouble reaching Tend'],
  [0, false, false, 'Offline'],
  [3, true, false, 'Offline'],
])('%d pending, trouble %s, online %s: "%s"', (pending, trouble, online, text) => {
  expect(describeSync({ pending, trouble }, online).text).toBe(text)
})
