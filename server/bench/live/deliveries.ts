import { setTimeout as sleep } from 'node:timers/promises'
import type { Person } from '../../test/support/person.ts'

/** Writes tasks at a steady pace and measures when each arrives. */
export type Deliveries = {
  /** To be called with each title that a subscriber receives. */
  received(title: string): void
  /**
   * Milliseconds from sending each mutation until each of its subscribers has received the change.
   * This includes the time until the commit.
   */
  measure(options: WriteOptions): Promise<number[]>
}

type WriteOptions = {
  /** Who writes, in turns, and at which API. */
  writers: readonly Person[]
  port: number
  perSecond: number
  seconds: number
  /** The number of subscribers that receive each task. */
  receivers: number
}

const mutation = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }'
const patienceMs = 10_000

export function createDeliveries(): Deliveries {
  const sentAt = new Map<string, number>()
  let times: number[] = []
  let count = 0
  return {
    received(title) {
      const sent = sentAt.get(title)
      if (sent !== undefined) times.push(performance.now() - sent)
    },
    async measure({ writers, port, perSecond, seconds, receivers }) {
      times = []
      sentAt.clear()
      const writes = Math.round(perSecond * seconds)
      const startedAt = performance.now()
      const answers: Promise<void>[] = []
      for (let nth = 0; nth < writes; nth += 1) {
        const writer = writers[nth % writers.length] as Person
        const title = `Delivery ${count++}`
        sentAt.set(title, performance.now())
        answers.push(write(writer, port, title))
        const nextAt = startedAt + ((nth + 1) * 1000) / perSecond
        await sleep(Math.max(0, nextAt - performance.now()))
      }
      await Promise.all(answers)
      const deadline = performance.now() + patienceMs
      while (times.length < writes * receivers) {
        if (performance.now() > deadline)
          throw new Error(`${writes * receivers} deliveries were expected, found ${times.length}`)
        await sleep(20)
      }
      return times
    },
  }
}

async function write({ token }: Person, port: number, title: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: mutation, variables: { input: { title } } }),
  })
  const text = await answer.text()
  if (!text.includes('"data":{"createTask"')) throw new Error(`A task was expected, found ${text}`)
}
