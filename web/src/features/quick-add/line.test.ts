import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutSegments, editLine, findPartAt, type Line, type Range, turnBack } from './line.ts'

/** Any text, and one of few signs, which looks the same in several of its places. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁'), maxLength: 12 }),
)
/** Parts of a text that are apart from each other and in order. */
const anyParts = (text: string) =>
  fc
    .uniqueArray(fc.nat(text.length), { maxLength: 8 })
    .map((cuts) => cuts.toSorted((a, b) => a - b))
    .map((cuts) =>
      Array.from(
        { length: Math.floor(cuts.length / 2) },
        (_, nth): Range => ({
          start: cuts[2 * nth] ?? 0,
          end: cuts[2 * nth + 1] ?? 0,
        }),
      ),
    )
const anyLine = anyText.chain((text) => anyParts(text).map((plain): Line => ({ text, plain })))
const textsOf = ({ text, plain }: Line) => plain.map(({ start, end }) => text.slice(start, end))

describe('Whatever the text', () => {
  test('its segments join to it again, and each part is one of them', () => {
    fc.assert(
      fc.property(anyLine, ({ text, plain: parts }) => {
        const segments = cutSegments(text, parts)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        expect(segments.flatMap(({ part }) => part ?? [])).toEqual(parts)
        for (const { text: cut, part } of segments)
          if (part) expect(cut).toBe(text.slice(part.start, part.end))
      }),
    )
  })

  test('what was turned back still has its text after an edit, or is dropped', () => {
    fc.assert(
      fc.property(anyLine, anyText, (line, text) => {
        const before = textsOf(line)
        const edited = editLine(line, text)
        expect(edited.text).toBe(text)
        for (const kept of textsOf(edited)) expect(before).toContain(kept)
      }),
    )
  })

  test('typing before or behind what was turned back leaves it so', () => {
    fc.assert(
      fc.property(anyLine, anyText, anyText, (line, before, behind) => {
        const edited = editLine(editLine(line, before + line.text), before + line.text + behind)
        expect(textsOf(edited)).toEqual(textsOf(line))
      }),
      { examples: [[{ text: 'aab', plain: [{ start: 1, end: 3 }] }, 'a', '']] },
    )
  })
})

const call = 'call mum tomorrow at 6pm'
const [day, time] = [
  { start: 9, end: 17 },
  { start: 18, end: 24 },
]

test('an edit inside what was turned back gives it up', () => {
  const line = turnBack({ text: call, plain: [] }, [day])
  expect(editLine(line, 'call mum tomorow at 6pm').plain).toEqual([])
  expect(editLine(line, 'call mum and dad tomorrow at 6pm').plain).toEqual([{ start: 17, end: 25 }])
})

test('deleting the same sign before what was turned back leaves it so', () => {
  const line: Line = { text: 'aab', plain: [{ start: 1, end: 3 }] }
  expect(editLine(line, 'ab').plain).toEqual([{ start: 0, end: 2 }])
})

test.each([
  [10, day],
  [17, day],
  [19, time],
  [3, time],
])('with the caret at %i, Escape means %j', (caret, part) => {
  expect(findPartAt([day, time], caret)).toBe(part)
})

test('where nothing is recognised, Escape means nothing', () => {
  expect(findPartAt([], 3)).toBeUndefined()
})
