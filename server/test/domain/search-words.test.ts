import { expect, test } from 'vitest'
import { searchLimits, searchTerms, searchText } from '../../src/domain/search-words.ts'

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
  ['signs alone are no words', '… — 🎉 _', ''],
])('in a text for search %s', (_, title, words) => {
  expect(searchText(title, null)).toBe(`${words}\n`)
})

test('the words of the description stand in the second line, without those of the title', () => {
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

test('only so many different words of a task are kept, those of the title first', () => {
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
  ['a query without a letter asks for nothing', ' -- ', []],
])('of a query %s', (_, query, terms) => {
  expect(searchTerms(query).map(({ word, isPrefix }) => word + (isPrefix ? '*' : ''))).toEqual(
    terms,
  )
})

test('only so many different words of a query count', () => {
  const query = Array.from({ length: 100 }, (_, n) => `w${n}`).join(' ')
  expect(searchTerms(query)).toHaveLength(searchLimits.wordsPerQuery)
})
