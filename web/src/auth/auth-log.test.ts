import { afterEach, expect, test, vi } from 'vitest'
import { logProblem } from './auth-log.ts'

afterEach(() => vi.restoreAllMocks())

function log(message: string, ...details: unknown[]): string {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  logProblem('error', message, ...details)
  return written.mock.calls.map(([text]) => String(text)).join('')
}

test('what strangers send forges no line and steers no terminal', () => {
  const message =
    'Invalid redirectURL: https://x\nERROR all is lost\r\u001b[31m\u0085\u2028\u202e\0end'
  expect(log(message)).toBe('ERROR Invalid redirectURL: https://x ERROR all is lost  [31m    end\n')
})

test('a message is cut, and says so', () => {
  const line = log(`Invalid redirectURL: https://x${'y'.repeat(60_000)}`)
  expect(line.length).toBeLessThan(320)
  expect(line).toMatch(/y…\n$/)
})

test('of an error its name, code and place are logged, and nothing of its own words', () => {
  const error = new TypeError('ada@example.com\n    at ada@example.com')
  const text = log('A request could not be answered.', Object.assign(error, { code: '23505' }))
  expect(text).toMatch(/^ERROR A request could not be answered\.\n {2}TypeError 23505\n {4}at /)
  expect(text).not.toContain('ada@')
})
