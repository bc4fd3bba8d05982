import { expect, test } from 'vitest'
import { HashingTurns } from './hashing-turns.ts'

test('one address can’t fill the queue, and others have their turn', async () => {
  const begun: string[] = []
  const turns = new HashingTurns({
    hash: async (password) => {
      begun.push(password)
      return password
    },
    verify: async () => true,
  })
  const flood = Array.from({ length: 30 }, () => turns.of('192.0.2.1').hash('flood'))
  const other = turns.of('192.0.2.2').hash('other')
  const answers = await Promise.allSettled(flood)
  expect(await other).toBe('other')
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(8)
  expect(begun.indexOf('other')).toBeLessThan(5)
})

test('a hash that fails, fails as it is, and the next one has its turn', async () => {
  const turns = new HashingTurns({
    hash: async (password) => password,
    verify: async () => {
      throw new Error('no such hash')
    },
  })
  const { hash, verify } = turns.of('192.0.2.1')
  const failing = Array.from({ length: 3 }, () => verify({ hash: '', password: '' }))
  const answers = await Promise.allSettled([...failing, hash('next')])
  expect(
    answers.map((answer) => (answer.status === 'rejected' ? String(answer.reason) : '')),
  ).toEqual([...failing.map(() => 'Error: no such hash'), ''])
})
