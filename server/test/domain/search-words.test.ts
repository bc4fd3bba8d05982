import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type SearchTerm,
  searchLimits,
  searchTerms,
  searchText,
} from '../../src/domain/text/search-words.ts'

test.each([
  ['case and punctuation go', 'Buy MILK, eggs & “bread”!', 'buy milk eggs bread'],
  ['accents go', 'Crème brûlée à la Łódź', 'creme brulee a la lodz'],
  ['letters that Unicode does not decompose are spelt out', 'Straße Ærø Þór', 'strasse aero thor'],
  ['Turkish dotted and dotless i are one letter', 'İzmir ısı', 'izmir isi'],
  ['the final sigma is a sigma', 'ΟΔΟΣ', 'οδοσ'],
  ['Cyrillic is folded too', 'Ёлка', 'елка'],
  ['compatibility forms are one', 'ﬁle ２０２７ Ⅳ', 'file 2027 iv'],
  ['Devanagari keeps its vowel signs', 'दूध खरीदना', 'दूध खरीदना'],
  ['Hebrew and Arabic lose their points', 'שָׁלוֹם كِتَاب', 'שלום كتاب'],
  ['a soft hyphen parts nothing', 'Donau\u00addampf', 'donaudampf'],
  ['a zero-width space parts words', 'one\u200btwo', 'one two'],
  ['Han and kana count one by one', '東京でお茶', '東 京 で お 茶'],
  ['the voicing mark of kana stays', 'ガラス', 'ガ ラ ス'],
  ['half-width kana are kana', 'ｶﾞ', 'ガ'],
  ['Thai counts one by one with its marks', 'น้ำ', 'น\u0e49\u0e4d า'],
  ['Hangul is written with spaces', '우유 사기', '우유 사기'],
  ['scripts are parted within a word', '2027年iPhone買う', '2027 年 iphone 買 う'],
  ['a word twice counts once', 'tick tick TICK', 'tick'],
  ['punctuation alone is no word', '… — _ -- ++ . # !?', ''],
  ['emoji and signs are words', '🎉 → ✓ § 5 €', '🎉 → ✓ § 5 €'],
  ['ASCII signs are none by themselves', '$5 + 3 = 8 | ~x', '5 3 8 x'],
  ['what shows nothing is none', 'a \u2800 \ufffc b', 'a b'],
  ['emoji are the same in every skin and presentation', '👍🏽 ❤\ufe0f ❤ 1\ufe0f\u20e3', '👍 ❤ 1'],
  ['an emoji of several is each of them', '👩🏽‍💻 🇩🇪🇫🇷', '👩 💻 🇩🇪 🇫🇷'],
  ['C++, C# and A+ are these and their letter', 'C++ C# A+', 'c c++ c# a a+'],
  ['C++17 is C++', 'C++17', 'c c++ 17'],
  ['sums and numbers of issues are no names', '1+2 tracker#12', '1 2 tracker 12'],
  ['.NET is .net and net', '.NET, ASP.NET', 'net .net asp'],
  ['the end of a sentence belongs to no word', 'Done. Then ... so', 'done then so'],
  ['a version is its numbers and itself', 'v1.2.3 10.0', 'v1 2 3 v1.2.3 1.2.3 10 0 10.0'],
  ['a hyphen joins and parts', 'e-mail e\u2011mail', 'e mail email'],
  ['an apostrophe joins and parts', "don’t O'Brien", 'don t dont o brien obrien'],
  ['several joined words are each and all', 'state-of-the-art', 'state of the art stateoftheart'],
  ['a chain of many is no word', 'a-b-c-d-e-f-g-h-i', 'a b c d e f g h i'],
])('in a text for search %s', (_, title, words) => {
  expect(searchText(title, null)).toBe(`${words}\n`)
})

test('the words of the description are in the second line, without those of the title', () => {
  expect(searchText('Buy milk', 'Milk: two bottles\nfrom the farm')).toBe(
    'buy milk\ntwo bottles from the farm',
  )
})

test('a long word is cut after 64 characters, between code points', () => {
  const letter = '\u{10400}'
  const [word] = searchText(letter.repeat(100), null).split('\n')
  expect(word).toBe('\u{10428}'.repeat(searchLimits.wordLength))
  expect(searchTerms(letter.repeat(90))).toEqual([{ word, isPrefix: true }])
})

test('a task’s different words are limited, those of the title first', () => {
  const title = Array.from({ length: 100 }, (_, n) => `t${n}`)
  const description = Array.from({ length: 3000 }, (_, n) => `d${n}`)
  const lines = searchText(title.join(' '), description.join(' ')).split('\n')
  expect(lines.map((line) => line.split(' ').length)).toEqual([
    100,
    searchLimits.wordsPerTask - 100,
  ])
})

test.each([
  ['the last word is a prefix', 'Buy MIL', ['buy', 'mil*']],
  ['one word is a prefix', 'é', ['e*']],
  ['a word twice is asked once', 'buy milk buy', ['buy', 'milk']],
  ['a prefix that another word says already is left out', 'milk mi', ['milk']],
  ['a query without a letter or sign asks for nothing', ' -- ', []],
  ['an emoji is asked for', '🎉', ['🎉*']],
  ['C++ is not C', 'C++ book', ['c++', 'book*']],
  ['C++ may be what is being typed', 'C+', ['c+*']],
  ['.NET is not net', '.net', ['.net*']],
  ['ASP.NET may be asp net', 'asp.net', ['asp', 'net*']],
  ['a version is asked for as a whole', '1.2.3', ['1.2.3*']],
  ['a version is asked for without its v', 'v1.2 beta', ['1.2', 'beta*']],
  ['joined words are one or several', 'e-mail ada', ['email|e&mail', 'ada*']],
  ['joined words are prefixes at the end', 'e-mail', ['email*|e&mail*']],
  ['Korean words are prefixes, since particles follow', '우유 사기', ['우유*', '사기*']],
])('of a query %s', (_, query, terms) => {
  expect(searchTerms(query).map(write)).toEqual(terms)
})

function write({ word, isPrefix, parts }: SearchTerm): string {
  const own = word + (isPrefix ? '*' : '')
  return parts ? `${own}|${parts.map(write).join('&')}` : own
}

const written = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      'a',
      'E',
      '1',
      'v',
      '.',
      '-',
      '’',
      '+',
      '#',
      ' ',
      '🎉',
      '\u200d',
      '茶',
      '우',
      'ß',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 30,
})

test('a text is found by itself, and by each of its words', () => {
  fc.assert(
    fc.property(written, (text) => {
      const words = searchText(text, null).trim().split(' ')
      const has = ({ word, isPrefix, parts }: SearchTerm): boolean =>
        words.some((one) => (isPrefix ? one.startsWith(word) : one === word)) ||
        (parts?.every(has) ?? false)
      for (const query of [text, ...text.split(/\s+/u)])
        for (const term of searchTerms(query))
          expect({ term, found: has(term) }).toMatchObject({ found: true })
    }),
    { numRuns: 3_000 },
  )
})

test('a query’s different words are limited', () => {
  const query = Array.from({ length: 100 }, (_, n) => `w${n}`).join(' ')
  expect(searchTerms(query)).toHaveLength(searchLimits.wordsPerQuery)
})
