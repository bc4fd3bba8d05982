import { expect, test } from 'vitest'
import { textLimits } from '../../src/domain/limits.ts'
import { checkText, countCodePoints } from '../../src/domain/text.ts'

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
  ['nothing', '', 'The title is empty. Write 1 to 500 characters.'],
  ['white space alone', ' \t ', 'The title is empty. Write 1 to 500 characters.'],
  ['invisible characters alone', '\u200b\u2060', 'The title is empty. Write 1 to 500 characters.'],
  ['a NUL', 'a\0b', 'The title holds the control character U+0000. Take it out.'],
  ['a bell', 'a\u0007b', 'The title holds the control character U+0007. Take it out.'],
  ['a tab inside', 'a\tb', 'The title holds the control character U+0009. Take it out.'],
  ['a C1 control', 'a\u009fb', 'The title holds the control character U+009F. Take it out.'],
  ['a new line', 'a\nb', 'The title must be one line, and it has a line break. Take it out.'],
  [
    'a line separator',
    'a\u2028b',
    'The title must be one line, and it has a line break. Take it out.',
  ],
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
])('a title with %s is refused in words', (_, text, message) => {
  expect(checkText(text, title)).toEqual({ ok: false, message })
})

test('a text shorter than its least length is refused with both figures', () => {
  expect(checkText('ab', { name: 'word', min: 3, max: 9, multiline: false })).toEqual({
    ok: false,
    message: 'The word has 2 of at least 3 characters. Write a longer one.',
  })
})

test('length is counted in code points, after white space has gone', () => {
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

test('a description may be empty, and may not hold a NUL', () => {
  expect(checkText('', note)).toEqual({ ok: true, value: '' })
  expect(checkText('a\0', note).ok).toBe(false)
})
