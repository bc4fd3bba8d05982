import { expect, test } from 'vitest'
import { mergeLeaving } from './use-leaving.ts'

test.each([
  ['abc', 'ac', 'a-bc'],
  ['abc', 'bc', '-abc'],
  ['abc', 'ab', 'ab-c'],
  ['abc', '', '-a-b-c'],
  ['abc', 'c', '-a-bc'],
  ['abc', 'xac', 'xa-bc'],
  ['abc', 'abc', 'abc'],
  ['', 'ab', 'ab'],
])('from %j to %j shows %j', (before, after, expected) => {
  const shown = [...before].map((id) => ({ item: { id }, leaving: false }))
  const merged = mergeLeaving(
    shown,
    [...after].map((id) => ({ id })),
  )
  expect(merged.map(({ item, leaving }) => (leaving ? `-${item.id}` : item.id)).join('')).toBe(
    expected,
  )
})

test('one that comes back while it leaves is simply there', () => {
  const shown = [
    { item: { id: 'a' }, leaving: true },
    { item: { id: 'b' }, leaving: false },
  ]
  expect(mergeLeaving(shown, [{ id: 'a' }, { id: 'b' }])).toEqual([
    { item: { id: 'a' }, leaving: false },
    { item: { id: 'b' }, leaving: false },
  ])
})
