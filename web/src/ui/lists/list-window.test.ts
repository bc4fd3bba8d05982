import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clampWindow, isCovered, moveWindow } from './list-window.ts'

const even = () => 40

test('a window follows the screen down, and drops what is far above', () => {
  const current = { top: -400, bottom: 800 }
  const moved = moveWindow({ first: 0, end: 30 }, 100, even, current, { top: -200, bottom: 1000 })
  expect(moved).toEqual({ first: 5, end: 35 })
})

test('a window follows the screen up, and drops what is far below', () => {
  const current = { top: 0, bottom: 1200 }
  const moved = moveWindow({ first: 5, end: 35 }, 100, even, current, { top: -200, bottom: 1000 })
  expect(moved).toEqual({ first: 0, end: 30 })
})

test('after a jump the window is where the screen is', () => {
  const current = { top: -200_000, bottom: -198_800 }
  const moved = moveWindow({ first: 0, end: 30 }, 9000, even, current, { top: 0, bottom: 800 })
  expect(moved).toEqual({ first: 5000, end: 5020 })
})

test.each([
  ['as much is ready on both sides', { first: 5, end: 35 }, { top: -100, bottom: 900 }, true],
  ['too little is ready above', { first: 5, end: 35 }, { top: -99, bottom: 900 }, false],
  ['too little is ready below', { first: 5, end: 35 }, { top: -100, bottom: 899 }, false],
  ['there is no more above', { first: 0, end: 35 }, { top: 0, bottom: 900 }, true],
  ['there is no more below', { first: 5, end: 100 }, { top: -100, bottom: 800 }, true],
] as const)('what is needed is covered or not where %s', (_case, window, current, covered) => {
  expect(isCovered(window, 100, current, { top: -100, bottom: 900 })).toBe(covered)
})

test('wherever it was, the window covers what is wanted as far as there are items, and hardly more', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(heights, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (all, a, b, at, size) => {
      const heightOf = (index: number) => all[index] ?? Number.NaN
      const offset = (index: number) => all.slice(0, index).reduce((sum, one) => sum + one, 0)
      const first = a % all.length
      const end = first + 1 + (b % (all.length - first))
      const top = at % offset(all.length)
      const wanted = { top, bottom: top + 1 + (size % 300) }
      const current = { top: offset(first), bottom: offset(end) }
      const moved = moveWindow({ first, end }, all.length, heightOf, current, wanted)
      expect(moved.first).toBeLessThan(moved.end)
      expect(offset(moved.first) <= wanted.top || moved.first === 0).toBe(true)
      expect(offset(moved.end) >= wanted.bottom || moved.end === all.length).toBe(true)
      const isEnough = moved.end - moved.first === 1
      expect(isEnough || offset(moved.first + 1) >= wanted.top).toBe(true)
      expect(isEnough || offset(moved.end - 1) <= wanted.bottom).toBe(true)
    }),
  )
})

test('a list that gets shorter keeps as many items in the page as it has', () => {
  expect(clampWindow({ first: 50, end: 80 }, 60)).toEqual({ first: 30, end: 60 })
  expect(clampWindow({ first: 5, end: 35 }, 10)).toEqual({ first: 0, end: 10 })
  expect(clampWindow({ first: 5, end: 35 }, 0)).toEqual({ first: 0, end: 0 })
  expect(clampWindow({ first: 5, end: 35 }, 100)).toEqual({ first: 5, end: 35 })
})
