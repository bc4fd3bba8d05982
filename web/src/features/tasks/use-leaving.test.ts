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
  expect(show(mergeLeaving(toItems(before), toItems(after)))).toBe(expected)
})

test('one that comes back while it leaves is simply there', () => {
  const left = mergeLeaving(toItems('ab'), toItems('b'))
  expect(show(left)).toBe('-ab')
  expect(show(mergeLeaving(left.shown, toItems('ab')))).toBe('ab')
})

test('where nothing leaves, the items are handed on as they are', () => {
  const items = toItems('abc')
  expect(mergeLeaving(toItems('ac'), items).shown).toBe(items)
})

function toItems(keys: string): { key: string }[] {
  return [...keys].map((key) => ({ key }))
}

function show({ shown, leaving }: ReturnType<typeof mergeLeaving>): string {
  return shown.map(({ key }) => (leaving.has(key) ? `-${key}` : key)).join('')
}
