import { expect, test } from 'vitest'
import { findNextColor } from './next-color.ts'

test('new lists get colours that are not there yet, then those used least', () => {
  const made: { color: ReturnType<typeof findNextColor> }[] = []
  for (let nth = 0; nth < 18; nth += 1) made.push({ color: findNextColor(made) })
  expect(new Set(made.slice(0, 9).map(({ color }) => color)).size).toBe(9)
  expect(new Set(made.slice(9).map(({ color }) => color)).size).toBe(9)
  expect(findNextColor([{ color: 'RED' }, { color: null }, {}])).toBe('ORANGE')
})
