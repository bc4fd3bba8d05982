import { expect, test } from 'vitest'
import { joinLines, splitLines } from './pasted-lines.ts'

test('each line that says something is one, without the signs of its list', () => {
  const text =
    '- Buy milk\r\n\r\n* [ ] Call mum\u2028• Pay rent\n1. First\n2) Second\n[x] Done\n   \nLast'
  expect(splitLines(text)).toEqual([
    ...['Buy milk', 'Call mum', 'Pay rent', 'First', 'Second', 'Done', 'Last'],
  ])
})

test.each(['3.11 is out', '-5 degrees', '2026-12-01 taxes', '1984 by Orwell', '#home', '*'])(
  '%j keeps its beginning',
  (line) => expect(splitLines(line)).toEqual([line]),
)

test('one line and a line break is one line', () => {
  expect(splitLines('Buy milk\n')).toEqual(['Buy milk'])
  expect(joinLines('Buy \n milk\r\nand bread')).toBe('Buy milk and bread')
})
