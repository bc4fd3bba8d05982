import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts } from '../../src/domain/text/merge-texts.ts'

test.each([
  ['nobody else wrote', 'a b', 'a b', 'a c', 'a c'],
  ['only the others wrote', 'a b', 'a c', 'a b', 'a c'],
  ['both wrote the same', 'a', 'b', 'b', 'b'],
  ['in different lines', 'a\nb\nc', 'A\nb\nc', 'a\nb\nC', 'A\nb\nC'],
  [
    'in different words of a line',
    'call Anna at five',
    'ring Anna at five',
    'call Anna at six',
    'ring Anna at six',
  ],
  [
    'two boxes were ticked',
    '- [ ] a\n- [ ] b',
    '- [x] a\n- [ ] b',
    '- [ ] a\n- [x] b',
    '- [x] a\n- [x] b',
  ],
  [
    'one box was ticked by both',
    '- [ ] a\n- [ ] b',
    '- [x] a\n- [ ] b',
    '- [x] a\n- [ ] b',
    '- [x] a\n- [ ] b',
  ],
  [
    'a box was ticked below lines that came',
    '- [ ] a',
    '- [ ] new\n- [ ] a',
    '- [x] a',
    '- [ ] new\n- [x] a',
  ],
  ['both put a line at the end', 'a', 'a\nb', 'a\nc', 'a\nb\nc'],
  ['what is sent stands there already', '', 'mine\ntheirs', 'mine', 'mine\ntheirs'],
  ['one wrote on where the other stopped', '', 'Hello', 'Hello world', 'Hello world'],
  ['both put the same line at the end', 'a', 'a\nb', 'a\nb\nc', 'a\nb\nc'],
  ['one put a line above what the other changed', 'a\nb', 'a\nnew\nb', 'a\nB', 'a\nnew\nB'],
  ['one deleted a line below what the other changed', 'a\nb\nc', 'a\nc', 'A\nb\nc', 'A\nc'],
  ['with Windows’ line ends', 'a\r\nb', 'A\r\nb', 'a\r\nB', 'A\r\nB'],
])('%s: both changes are there', (_when, base, theirs, mine, merged) => {
  expect(mergeTexts(base, theirs, mine)).toEqual({ text: merged, isDoubled: false })
})

test.each([
  ['the same word', 'base', 'base FROM-ONE', 'base FROM-TWO', 'base FROM-ONE\nbase FROM-TWO'],
  ['one of three lines', 'a\nb\nc', 'a\nx\nc', 'a\ny\nc', 'a\nx\ny\nc'],
  ['what was empty', '', 'theirs', 'mine', 'theirs\nmine'],
  ['what the other deleted', 'a\nkeep\nc', 'a\nc', 'a\nkeep me\nc', 'a\nkeep me\nc'],
  [
    'names of objects’ own',
    'a constructor',
    'b constructor',
    'c constructor',
    'b constructor\nc constructor',
  ],
])('both changed %s: both texts stay, theirs first', (_what, base, theirs, mine, merged) => {
  expect(mergeTexts(base, theirs, mine)).toEqual({ text: merged, isDoubled: true })
})

test('of a long text only what lies between the changes is compared', () => {
  const long = Array.from({ length: 5_000 }, (_, index) => `line ${index}`)
  const change = (at: number, line: string) => long.with(at, line).join('\n')
  const { text, isDoubled } = mergeTexts(long.join('\n'), change(2_000, 'A'), change(2_200, 'B'))
  expect({ text, isDoubled }).toEqual({
    text: long.with(2_000, 'A').with(2_200, 'B').join('\n'),
    isDoubled: false,
  })
})

test('texts that differ too much to be compared are both kept', () => {
  const [theirs, mine] = ['a\n', 'b\n'].map((line) => line.repeat(5_000))
  const { text, isDoubled } = mergeTexts('', theirs ?? '', mine ?? '')
  expect(isDoubled).toBe(true)
  expect(text).toBe(`${theirs}\n\n${mine}`)
})

const line = fc.array(fc.constantFrom('milk', 'bread', '- [ ]', '', 'ü'), { maxLength: 4 })
const lines = fc.array(
  line.map((words) => words.join(' ')),
  { maxLength: 6 },
)

test('nothing that either wrote is lost, wherever it is', () => {
  const put = fc.record({ at: fc.nat(6), sign: fc.constantFrom('one', 'two', 'three') })
  fc.assert(
    fc.property(
      lines,
      fc.array(put, { maxLength: 3 }),
      fc.array(put, { maxLength: 3 }),
      (base, a, b) => {
        const write = (puts: typeof a, by: string) =>
          puts.reduce((all, { at, sign }) => all.toSpliced(at, 0, `${by}-${sign}`), base)
        const [theirs, mine] = [write(a, 'theirs'), write(b, 'mine')]
        const { text } = mergeTexts(base.join('\n'), theirs.join('\n'), mine.join('\n'))
        const merged = text.split('\n')
        for (const written of [...theirs, ...mine]) expect(merged).toContain(written)
      },
    ),
  )
})

test('a change of only one side is applied unchanged', () => {
  fc.assert(
    fc.property(lines, lines, (base, changed) => {
      const [a, b] = [base.join('\n'), changed.join('\n')]
      expect(mergeTexts(a, a, b)).toEqual({ text: b, isDoubled: false })
      expect(mergeTexts(a, b, a)).toEqual({ text: b, isDoubled: false })
      expect(mergeTexts(a, b, b)).toEqual({ text: b, isDoubled: false })
    }),
  )
})
