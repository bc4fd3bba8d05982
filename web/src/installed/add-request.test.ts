import { expect, test } from 'vitest'
import { readAddRequest } from './add-request.ts'

test.each([
  ['', undefined],
  ['?q=milk', undefined],
  ['?add', ''],
  ['?add=', ''],
  ['?title=&text=&url=', undefined],
  ['?title=A+walk&url=https%3A%2F%2Fexample.com', 'A walk https://example.com'],
  ['?text=https%3A%2F%2Fexample.com&url=https%3A%2F%2Fexample.com', 'https://example.com'],
  ['?title=A+walk&text=A+walk+https%3A%2F%2Fexample.com', 'A walk https://example.com'],
  ['?text=two%0Alines', 'two lines'],
])('the address %j asks to add %j', (search, line) => {
  expect(readAddRequest(search)).toBe(line)
})
