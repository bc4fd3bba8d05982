import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textLimits } from '../../src/domain/limits.ts'
import { checkText, countCodePoints } from '../../src/domain/text/text.ts'

const title = textLimits.taskTitle
const note = textLimits.taskDescription

test.each([
  ['white space around a single line goes', '  Buy milk \u00a0', 'Buy milk'],
  ['a decomposed letter is composed', 'Cafe\u0301', 'Caf\u00e9'],
  ['emoji of several code points stay whole', '👩‍👩‍👧 call', '👩‍👩‍👧 call'],
  ['right-to-left text stays as it is', 'לקנות חלב', 'לקנות חלב'],
])('in a title %s', (_, text, value) => {
  expect(checkText(text, title)).toEqual({ ok: true, value })
})

test.each([
  ['nothing', ''],
  ['white space alone', ' \t\n\u00a0\u3000'],
  ['invisible characters alone', '\u200b\u2060'],
  ['controls alone', '\0\u0007\u009f'],
  ['empty Braille cells', '\u2800\u2800'],
  ['the stand-in for an object', '\ufffc'],
  ['a note without a head', '\u{1d159}'],
  ['marks of annotations', '\ufff9\ufffb'],
  ['Hangul fillers', '\u3164\uffa0'],
  ['variation selectors', '\ufe0f\u{e0100}'],
  ['a byte order mark', '\ufeff'],
  ['tags of a flag without one', '\u{e0067}\u{e007f}'],
  ['a noncharacter', '\uffff'],
  ['all of them together', ' \u2800\u200b\ufffc \u{1d159}\ufe0f\u0000'],
])('a title without visible characters is refused: %s', (_, text) => {
  const message = 'The title is empty. Write 1 to 500 characters.'
  expect(checkText(text, title)).toEqual({ ok: false, message })
})

test.each([
  ['a NUL', 'a\0b', 'ab'],
  ['a bell', 'a\u0007b', 'ab'],
  ['a C1 control', 'a\u009fb', 'ab'],
  ['a tab', 'a\tb', 'a b'],
  ['a new line', 'a\nb', 'a b'],
  ['several, with spaces around', 'a \r\n\t\n b', 'a b'],
  ['a vertical tab and a form feed', 'a\u000bb\u000cc', 'a b c'],
  ['the line break of mainframes', 'a\u0085b', 'a b'],
  ['a line and a paragraph separator', 'a\u2028b\u2029c', 'a b c'],
  ['a line break at each end', '\na\u2028', 'a'],
  ['spaces that were typed', 'a  b', 'a  b'],
  ['an empty Braille cell between words', 'a\u2800b', 'a\u2800b'],
])('a title of one line is made of pasted text with %s', (_, text, value) => {
  expect(checkText(text, title)).toEqual({ ok: true, value })
})

test.each([
  [
    'half a surrogate pair',
    'a\ud83d',
    'The title holds half a character (a lone surrogate). Type it again.',
  ],
  [
    '501 characters',
    'x'.repeat(501),
    'The title has 501 characters, and the limit is 500. Shorten it.',
  ],
])('a title with %s is refused with a message', (_, text, message) => {
  expect(checkText(text, title)).toEqual({ ok: false, message })
})

test('a text shorter than its least length is refused with both figures', () => {
  expect(checkText('ab', { name: 'word', min: 3, max: 9, multiline: false })).toEqual({
    ok: false,
    message: 'The word has 2 of at least 3 characters. Write a longer one.',
  })
})

test('length is counted in code points, without surrounding white space', () => {
  expect(checkText(` ${'🎉'.repeat(500)} `, title).ok).toBe(true)
  expect(checkText('🎉'.repeat(501), title).ok).toBe(false)
  expect(countCodePoints('a🎉e\u0301')).toBe(4)
})

test('a description keeps its lines, tabs and indentation, with one kind of line break', () => {
  expect(checkText('    code\r\n\tmore\rend\n', note)).toEqual({
    ok: true,
    value: '    code\n\tmore\nend\n',
  })
})

test('in a description all line breaks become one kind, and other control characters are removed', () => {
  expect(checkText('a\u000bb\u000cc\u0085d\u2028e\u2029f\r\ng\rh', note)).toEqual({
    ok: true,
    value: 'a\nb\nc\nd\ne\nf\ng\nh',
  })
  expect(checkText('a\0\u0008\u001b\u007f\u009fb', note)).toEqual({ ok: true, value: 'ab' })
  expect(checkText('', note)).toEqual({ ok: true, value: '' })
})

// The sources of pasted texts contain all of these.
const pasted = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'e', ' ', '\u00a0', '\t', '\r', '\n', '\u0085', '\u2028', '\0', '\u001f'),
    fc.constantFrom('\u0301', '\u200b', '\ufeff', '\u2800', '\u{1d159}', '👩', '\u200d', '\u2000'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
})

test.each([title, note])('cleaned text stays the same: $name', (rule) => {
  fc.assert(
    fc.property(pasted, (text) => {
      const cleaned = checkText(text, rule)
      if (cleaned.ok) expect(checkText(cleaned.value, rule)).toEqual(cleaned)
    }),
    { numRuns: 2_000 },
  )
})

test('a text with visible characters that isn’t too long is never refused, and is one line', () => {
  fc.assert(
    fc.property(pasted, pasted, (before, after) => {
      const cleaned = checkText(`${before}x${after}`, title)
      expect(cleaned.ok).toBe(true)
      if (cleaned.ok) expect(cleaned.value).not.toMatch(/[\p{Cc}\u2028\u2029]|^\s|\s$/u)
    }),
    { numRuns: 2_000 },
  )
})
