import { expect, test } from 'vitest'
import { isSameOriginRequest } from './same-origin.ts'

const webOrigins = ['https://tend.example', 'https://www.tend.example']

test.each([
  [{}],
  [{ 'sec-fetch-site': 'same-origin' }],
  [{ 'sec-fetch-site': 'none' }],
  [{ 'sec-fetch-site': 'same-origin', origin: 'https://www.tend.example' }],
  [{ origin: 'https://tend.example' }],
])('our own pages and plain clients may ask: %j', (headers) => {
  expect(isSameOriginRequest(new Headers(headers), webOrigins)).toBe(true)
})

test.each([
  [{ 'sec-fetch-site': 'cross-site' }],
  [{ 'sec-fetch-site': 'same-site' }],
  [{ 'sec-fetch-site': '' }],
  [{ origin: 'https://evil.example' }],
  [{ origin: 'null' }],
  [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
  [{ 'sec-fetch-site': 'same-site', origin: 'https://tend.example' }],
])('another site may not: %j', (headers) => {
  expect(isSameOriginRequest(new Headers(headers), webOrigins)).toBe(false)
})
