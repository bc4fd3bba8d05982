import { expect, test } from 'vitest'
import { complete, findNameQuery, isComplete, listSuggestions } from './completion.ts'

const named = (name: string) => ({ id: name, name })
const names = {
  lists: ['Home', 'Home office', 'Side project', 'Really?'].map(named),
  tags: ['admin', 'deep work'].map(named),
}

function suggest(text: string): string[] {
  const query = findNameQuery(text, text.length)
  return query ? listSuggestions(query, names).map(({ name }) => name) : []
}

test.each([
  ['Paint #', ['Home', 'Home office', 'Side project', 'Really?']],
  ['Paint #ho', ['Home', 'Home office']],
  ['Paint #off', ['Home office']],
  ['Paint #side pro', ['Side project']],
  ['Paint #pro', ['Side project']],
  ['Paint #"side', ['Side project']],
  ['Paint (@', ['admin', 'deep work']],
  ['@DEEP', ['deep work']],
  ['!', ['Urgent', 'High', 'Medium', 'Low']],
  ['Pay !h', ['High']],
  // A name that is there in full and can't become another.
  ['@admin', []],
  ['!high', []],
  // No names: an address, an issue, a language, a cry, a sentence that goes on.
  ['bob@ad', []],
  ['Fix #42', []],
  ['C#', []],
  ['Stop!', []],
  ['#home and garden', []],
])('%j suggests %j', (text, expected) => {
  expect(suggest(text)).toEqual(expected)
})

test('inside a word nothing is suggested', () => {
  expect(findNameQuery('Paint #home', 9)).toBeUndefined()
  expect(findNameQuery('Paint #ho today', 9)).toMatchObject({ query: 'ho' })
})

test('Enter adds the task once a name is typed in full, also where others begin with it', () => {
  const query = findNameQuery('Paint #home', 11)
  if (!query) throw new Error('Expected a name at the caret, found none')
  const suggestions = listSuggestions(query, names)
  expect(suggestions.map(({ name }) => name)).toEqual(['Home', 'Home office'])
  expect(isComplete(query, suggestions)).toBe(true)
})

test.each([
  ['Paint #ho', 0, 'Paint #Home '],
  ['Paint #off', 0, 'Paint #"Home office" '],
  ['Paint #rea', 0, 'Paint #"Really?" '],
  ['Pay !u', 0, 'Pay !urgent '],
])('%j becomes, with suggestion %i, %j', (text, nth, expected) => {
  const query = findNameQuery(text, text.length)
  const suggestion = query && listSuggestions(query, names)[nth]
  if (!suggestion) throw new Error('Expected a suggestion, found none')
  expect(complete(text, query, suggestion)).toEqual({ text: expected, caret: expected.length })
})

test('what follows the name stays, with one space before it', () => {
  const query = findNameQuery('Paint #ho today', 9)
  const [home] = query ? listSuggestions(query, names) : []
  if (!query || !home) throw new Error('Expected a suggestion, found none')
  expect(complete('Paint #ho today', query, home)).toEqual({ text: 'Paint #Home today', caret: 12 })
})
