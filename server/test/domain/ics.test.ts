import { expect, test } from 'vitest'
import { icsLine, icsText } from '../../src/domain/text/ics.ts'

test('a long line is folded after 75 bytes, and never within a character', () => {
  const text = icsLine('SUMMARY', '🌿'.repeat(60))
  const lines = text.slice(0, -2).split('\r\n')
  expect(lines.every((line) => Buffer.byteLength(line) <= 75 && line.isWellFormed())).toBe(true)
  expect(lines.map((line, nth) => (nth === 0 ? line : line.slice(1))).join('')).toBe(
    `SUMMARY:${'🌿'.repeat(60)}`,
  )
})

test('signs of the format are escaped', () => {
  expect(icsText('a\\b; c, d\r\ne')).toBe('a\\\\b\\; c\\, d\\ne')
})
