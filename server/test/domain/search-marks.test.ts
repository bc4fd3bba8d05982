import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMarks } from '../../src/domain/text/search-marks.ts'
import { searchTerms, searchText } from '../../src/domain/text/search-words.ts'

test.each([
  ['a whole word', 'milk', 'Buy milk today', 'Buy [milk] today'],
  ['the beginning of a word', 'mil', 'Buy milk today', 'Buy [mil]k today'],
  ['all but the last as whole words', 'a mil', 'A café or a mil', '[A] café or [a] [mil]'],
  ['case', 'MILK', 'Buy Milk', 'Buy [Milk]'],
  ['accents that weren’t typed', 'creme', 'Crème brûlée', '[Crème] brûlée'],
  ['accents that were typed', 'crème', 'Creme', '[Creme]'],
  ['accents by themselves', 'creme', 'Cre\u0300me', '[Cre\u0300me]'],
  ['what is spelt out', 'strasse', 'Große Straße 5', 'Große [Straße] 5'],
  ['compatibility forms', 'file', 'the ﬁle', 'the [ﬁle]'],
  ['each place of a word', 'tick', 'Tick, tick, tock', '[Tick], [tick], tock'],
  ['words in another order', 'two one', 'One and two', '[One] and [two]'],
  ['Han character by character', '東京', '東京でお茶', '[東京]でお茶'],
  ['Hangul with its particle', '우유', '우유를 사기', '[우유]를 사기'],
  ['half-width kana', 'ガ', 'ｶﾞﾗｽ', '[ｶﾞ]ﾗｽ'],
  ['an emoji in another skin', '👍', 'Well done 👍🏽', 'Well done [👍🏽]'],
  ['what is joined, typed as one', 'email', 'An e-mail', 'An [e-mail]'],
  ['what is one, typed joined', 'e-mail', 'An email', 'An [email]'],
  ['what is joined, typed in parts', 'e mail', 'An e-mail', 'An [e]-[mail]'],
  ['a name with signs', 'c++', 'Learn C++, then C', 'Learn [C++], then C'],
  ['a name that begins with a sign', '.net', 'ASP.NET or .NET', 'ASP[.NET] or [.NET]'],
  ['a version', '1.2.3', 'Release v1.2.3', 'Release [v1.2.3]'],
  ['a number in a version', '2', 'Release 1.2.3', 'Release 1.[2].3'],
  ['letters that show nothing', 'donaudampf', 'Donau\u00addampf', '[Donau\u00addampf]'],
  ['nothing in the middle of a word', 'ilk', 'Milk', 'Milk'],
  ['nothing that is elsewhere', 'oats', 'Buy milk', 'Buy milk'],
  ['nothing for signs alone', '…', 'Wait …', 'Wait …'],
])('marks %s', (_, query, text, marked) => {
  expect(show(text, query)).toBe(marked)
})

// What people type and search holds apart, beside anything at all.
const letters = fc.constantFrom(
  ...'abcdeéßÆıİςΣ',
  ...[
    'e-mail',
    'C++',
    '.NET',
    '1.2',
    'v1.2.3',
    "don't",
    '東京',
    'ｶﾞ',
    '우유',
    '👩🏽‍💻',
    'ﬁ',
    '\u00ad',
    '\u0301',
  ],
)
const anyText = fc.oneof(
  fc.array(fc.oneof(letters, fc.constantFrom(' ', ', ', '-', '.'))).map((all) => all.join('')),
  fc.string({ unit: 'grapheme' }),
)

test('marks are in order, don’t overlap, and are inside the text and between graphemes', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, query) => {
      const ends = new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index))
      ends.add(text.length)
      let last = -1
      for (const { start, end } of findMarks(text, searchTerms(query))) {
        expect(start).toBeGreaterThan(last)
        expect(end).toBeGreaterThan(start)
        expect(ends).toContain(start)
        expect(ends).toContain(end)
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('the words by which search finds a title are marked in it', () => {
  fc.assert(
    fc.property(anyText, (title) => {
      const words = searchText(title, null).trim().split(' ').filter(Boolean)
      for (const word of words)
        expect(findMarks(title, [{ word, isPrefix: false }]), word).not.toEqual([])
    }),
  )
})

function show(text: string, query: string): string {
  let shown = ''
  let last = 0
  for (const { start, end } of findMarks(text, searchTerms(query))) {
    shown += `${text.slice(last, start)}[${text.slice(start, end)}]`
    last = end
  }
  return shown + text.slice(last)
}
