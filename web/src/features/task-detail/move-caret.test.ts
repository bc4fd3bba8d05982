import { expect, test } from 'vitest'
import { moveCaret } from './move-caret.ts'

test.each([
  ['behind it', 'one|two', 'one|two three'],
  ['before it', 'one|two', 'zero one|two'],
  ['on both sides', 'one|two', 'six|ty'],
  ['down to less', 'one two|', 'six|'],
])('a text that changes %s leaves the caret where it belongs', (_where, before, after) => {
  const [text, next] = [before, after].map((marked) => marked.replace('|', ''))
  const moved = moveCaret(text ?? '', next ?? '', before.indexOf('|'))
  expect(`${next?.slice(0, moved)}|${next?.slice(moved)}`).toBe(after)
})
