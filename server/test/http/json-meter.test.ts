import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JsonBounds, JsonMeter } from '../../src/http/json-meter.ts'

const ample: JsonBounds = { nesting: 64, entries: 1_000, entriesInAll: 100_000 }

/** The meter after all of a text, in pieces of so many bytes, and what it found on the way. */
function measure(text: string, bounds: Partial<JsonBounds>, pieceLength = 7) {
  const meter = new JsonMeter({ ...ample, ...bounds })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += pieceLength)
    meter.take(bytes.subarray(at, at + pieceLength))
  const path = meter.path.map((step) =>
    typeof step === 'number' ? step : JSON.parse(bytes.toString('utf8', ...step)),
  )
  return { excess: meter.excess, path }
}

/** What a parser finds in the same text. */
function countAll(value: unknown): { depth: number; longest: number; entries: number } {
  if (typeof value !== 'object' || value === null) return { depth: 0, longest: 0, entries: 0 }
  const parts = Object.values(value)
  const own = Math.max(1, parts.length)
  const inside = parts.map(countAll)
  return {
    depth: 1 + Math.max(0, ...inside.map(({ depth }) => depth)),
    longest: Math.max(own, ...inside.map(({ longest }) => longest)),
    entries: own + inside.reduce((sum, { entries }) => sum + entries, 0),
  }
}

test('a text is within its limits exactly when a parser says so, however it is split', () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 5, stringUnit: fc.constantFrom('"', '\\', '[', '{', ',', 'ä') }),
      fc.integer({ min: 1, max: 9 }),
      (text, pieceLength) => {
        const { depth, longest, entries } = countAll(JSON.parse(text))
        const at = (bounds: Partial<JsonBounds>) => measure(text, bounds, pieceLength).excess
        // Names that appear twice count twice, because they are read twice.
        fc.pre(JSON.stringify(JSON.parse(text)).length === text.replaceAll(/\s/g, '').length)
        expect(at({ nesting: depth, entries: longest + 1, entriesInAll: entries })).toBe(undefined)
        if (depth > 0) expect(at({ nesting: depth - 1 })).toBe('nesting')
        if (longest > 1) expect(at({ entries: longest - 1 })).toBe('entries')
        if (entries > 0) expect(at({ entriesInAll: entries - 1 })).toBe('entriesInAll')
      },
    ),
  )
})

test('it returns the path of the list or object that is too long', () => {
  const long = Array.from({ length: 11 }, () => ({ a: '"]' }))
  const text = JSON.stringify({ x: [1, 2], 'a "name"': [[], { b: { c: long } }] })
  expect(measure(text, { entries: 10 })).toEqual({
    excess: 'entries',
    path: ['a "name"', 1, 'b', 'c'],
  })
  expect(measure(text, { entries: 11 }).excess).toBe(undefined)
})
