import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { HeavyTurns, restAfter } from '../../src/http/heavy-turns.ts'

const { signal } = new AbortController()
const rules = { waitingPerPerson: 20, leastRestMs: 50 }

test('a person’s next heavy request waits for a pause, the answer and other people don’t', async () => {
  const order: string[] = []
  const rest = Promise.withResolvers<void>()
  const turns = new HeavyTurns(rules, () => rest.promise)
  const run = (userId: string, name: string) =>
    turns.run(userId, signal, async (hold) => hold(() => order.push(name)))
  const first = run('ada', 'first').then(() => order.push('first is answered'))
  const second = run('ada', 'second')
  await first
  await run('bob', 'bob’s')
  await nextTurn()
  order.push('all have had their turn')
  order.push('the rest ends')
  rest.resolve()
  await second
  expect(order).toEqual([
    'first',
    'first is answered',
    'bob’s',
    'all have had their turn',
    'the rest ends',
    'second',
  ])
})

test('the pause after a failed request is kept as well', async () => {
  const rests: number[] = []
  const turns = new HeavyTurns(rules, async (milliseconds) => void rests.push(milliseconds))
  const failing = turns.run('ada', signal, async (hold) =>
    hold(() => {
      const until = performance.now() + 20
      while (performance.now() < until);
      throw new Error('It was too much')
    }),
  )
  await expect(failing).rejects.toThrow('It was too much')
  await turns.run('ada', signal, async () => {})
  expect(rests[0]).toBeGreaterThanOrEqual(rules.leastRestMs + restAfter(20))
})

test('the pause is four times the delay that was caused, and much longer where others notice it', () => {
  expect(restAfter(10) - restAfter(0)).toBe(40)
  expect(restAfter(40) - restAfter(0)).toBe(160 + 2_500)
  expect(restAfter(5_000)).toBe(3_000)
})
