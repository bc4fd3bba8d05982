import { expect, test } from 'vitest'
import { warnOfClearAddress } from './warn-of-clear-address.ts'

function listWarnings(webUrl: string, NODE_ENV = 'production'): string[] {
  const lines: string[] = []
  warnOfClearAddress({ NODE_ENV }, webUrl, (line) => lines.push(line))
  return lines
}

test.each(['http://tend.example.org', 'http://192.168.1.4:3000'])(
  'passwords that travel to %s in clear are warned of once, in words',
  (webUrl) => {
    expect(listWarnings(webUrl)).toEqual([
      `Passwords and sessions travel to ${webUrl} in clear: let https end before Tend.\n`,
    ])
  },
)

test.each(['https://tend.example.org', 'http://localhost:3000', 'http://127.0.0.1:3000'])(
  'of %s nobody is warned',
  (webUrl) => {
    expect(listWarnings(webUrl)).toEqual([])
  },
)

test('nor in development', () => {
  expect(listWarnings('http://tend.example.org', 'development')).toEqual([])
})
