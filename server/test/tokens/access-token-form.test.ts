import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashAccessToken, makeAccessToken } from '../../src/auth/access-token.ts'
import { checksumOf } from '../../src/auth/prefixed-secret.ts'

test('a token is its prefix, 43 digits and the 6 of its checksum, and no two are the same', () => {
  const tokens = Array.from({ length: 1_000 }, makeAccessToken)
  for (const token of tokens) expect(token).toMatch(/^tend_pat_[0-9A-Za-z]{49}$/)
  expect(new Set(tokens).size).toBe(tokens.length)
})

test('the checksum is the one of GitHub’s tokens, by their published example', () => {
  // 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
  expect(checksumOf('zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ')).toBe('0mLq17')
})

test('a token has one hash, and every other token another', () => {
  const [one, other] = [makeAccessToken(), makeAccessToken()]
  expect(hashAccessToken(one)).toHaveLength(32)
  expect(hashAccessToken(one)).toEqual(hashAccessToken(one))
  expect(hashAccessToken(one)).not.toEqual(hashAccessToken(other))
})

test('a token with one character changed, left out or added is detected', () => {
  const digit = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
  const edit = fc.record({
    at: fc.integer({ min: 'tend_pat_'.length, max: 'tend_pat_'.length + 48 }),
    digit,
    kind: fc.constantFrom('change', 'leave out', 'add'),
  })
  const token = makeAccessToken()
  fc.assert(
    fc.property(edit, ({ at, digit, kind }) => {
      fc.pre(kind !== 'change' || token[at] !== digit)
      const end = token.slice(kind === 'add' ? at : at + 1)
      const edited = `${token.slice(0, at)}${kind === 'leave out' ? '' : digit}${end}`
      expect(() => hashAccessToken(edited)).toThrow('not whole')
    }),
  )
})

test.each(['tend_pat_', 'tend_pat_x', '', `tend_sec_${makeAccessToken().slice(9)}`])(
  '“%s” isn’t a token',
  (text) => {
    expect(() => hashAccessToken(text)).toThrow('not whole')
  },
)
