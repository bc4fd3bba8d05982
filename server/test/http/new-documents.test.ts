import { afterAll, expect, test } from 'vitest'
import type { Answer } from '../support/ask.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp({ exactBudget: true })
afterAll(() => app[Symbol.asyncDispose]())

const known = '{ me { id } }'
/** None of its variables is used, and reporting so takes some ten milliseconds. Each text is different. */
const dear = (nth: number) =>
  `query Dear${nth}(${Array.from({ length: 2_400 }, (_, at) => `$a${at}: Int`).join(' ')}) ${known}`
const pointsOf = (answer: Answer) => Number(answer.headers.get('ratelimit-remaining'))

test('a document that takes long to read is charged by its time', async () => {
  const cid = await app.createPerson('cid')
  const before = pointsOf(await cid.gql(known))
  const after = pointsOf(await cid.gql(dear(100)))
  // Its 9,612 tokens and the request itself are 962 points.
  expect(before - after).toBeGreaterThan(970)
})

test('new documents are read one after the other, and others have their turn in between', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  for (let time = 0; time < 3; time += 1) await Promise.all([ada.gql(known), bob.gql(known)])
  let read = 0
  const sent = Array.from({ length: 20 }, async (_, nth) => {
    // Most are cut when the server stops.
    const answer = await ada.gql(dear(nth)).catch(() => undefined)
    read += 1
    return answer
  })
  for (let round = 0; round < 5; round += 1) expect((await bob.gql(known)).status).toBe(200)
  // One's own documents don't wait either once they are known.
  expect((await ada.gql(known)).status).toBe(200)
  expect(read).toBeLessThan(5)
  expect((await sent[0])?.errors?.[0]?.message).toContain('is never used')
})
