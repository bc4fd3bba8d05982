import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FairQueue } from '../../src/db/fair-queue.ts'
import { RateLimitedError } from '../../src/errors.ts'

const rules = { atOnce: 4, atOncePerPerson: 2, waitingPerPerson: 3, waitSeconds: 60 }

/** Work that ends on request, and a list of what has begun. */
function startGates() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<void>((resolve) => ends.push(resolve))
  }
  return { begun, work, endNext: () => ends.shift()?.() }
}
const settle = () => new Promise(setImmediate)

test('people take turns, whoever came first and with however much', async () => {
  const queue = new FairQueue({ ...rules, atOnce: 1, waitingPerPerson: 100 })
  const gates = startGates()
  const names = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1']
  const running = names.map((name) => queue.run(name.charAt(0), gates.work(name)))
  for (const _ of names) {
    gates.endNext()
    await settle()
  }
  await Promise.all(running)
  expect(gates.begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
})

test('work beyond the waiting limit is refused with a message and a time to retry', async () => {
  const queue = new FairQueue(rules)
  const gates = startGates()
  const running = Array.from({ length: 5 }, () => queue.run('ada', gates.work('ada')))
  const refusal = await queue.run('ada', gates.work('ada')).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(RateLimitedError)
  expect(refusal).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 1 })
  const bob = queue.run('bob', async () => 'bob')
  expect(await bob).toBe('bob')
  for (const _ of running) {
    gates.endNext()
    await settle()
  }
  await Promise.all(running)
  expect(gates.begun).toHaveLength(5)
})

test('work that is cancelled while waiting is never begun', async () => {
  const queue = new FairQueue({ ...rules, atOncePerPerson: 1 })
  const gates = startGates()
  const first = queue.run('ada', gates.work('first'))
  const gone = new AbortController()
  const second = queue.run('ada', gates.work('second'), gone.signal)
  const third = queue.run('ada', gates.work('third'))
  gone.abort()
  await expect(second).rejects.toMatchObject({ name: 'AbortError' })
  expect(queue.waitingCount).toBe(1)
  gates.endNext()
  await first
  await settle()
  gates.endNext()
  await third
  expect(gates.begun).toEqual(['first', 'third'])
})

test('work that waits too long is refused as unavailable', async () => {
  const queue = new FairQueue({ ...rules, atOncePerPerson: 1, waitSeconds: 0.01 })
  const gates = startGates()
  const first = queue.run('ada', gates.work('first'))
  await expect(queue.run('ada', gates.work('second'))).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  gates.endNext()
  await first
  expect(queue.waitingCount).toBe(0)
})

test('the limits hold and nobody is forgotten, whatever fails, ends or disconnects', async () => {
  const act = fc.record({
    person: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    outcome: fc.constantFrom('ends', 'fails', 'goes away'),
    turns: fc.nat({ max: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 60 }), async (acts) => {
      const queue = new FairQueue({ ...rules, waitingPerPerson: 100 })
      const running = new Map<string, number>()
      const add = (person: string, by: number) => {
        running.set(person, (running.get(person) ?? 0) + by)
        expect(running.get(person)).toBeLessThanOrEqual(rules.atOncePerPerson)
        const all = [...running.values()].reduce((sum, count) => sum + count, 0)
        expect(all).toBeLessThanOrEqual(rules.atOnce)
      }
      const outcomes = acts.map(async ({ person, outcome, turns }) => {
        const gone = new AbortController()
        if (outcome === 'goes away') setImmediate(() => gone.abort())
        const work = async () => {
          add(person, 1)
          for (let turn = 0; turn < turns; turn += 1) await settle()
          add(person, -1)
          if (outcome === 'fails') throw new Error('failed')
        }
        return queue.run(person, work, gone.signal).catch((error: Error) => error.message)
      })
      for (const [index, outcome] of (await Promise.all(outcomes)).entries())
        if (acts[index]?.outcome !== 'goes away')
          expect(outcome).toBe(acts[index]?.outcome === 'fails' ? 'failed' : undefined)
      expect(queue.waitingCount).toBe(0)
    }),
  )
})
