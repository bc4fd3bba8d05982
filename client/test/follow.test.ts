import { afterAll, describe, expect, test } from 'vitest'
import { runMutation } from '../../server/test/support/run-mutation.ts'
import { waitFor } from '../../server/test/support/server-process.ts'
import { followChanges, syncCursor } from '../src/generated/operations.ts'
import type { ChangePage } from '../src/generated/types.ts'
import { connect, refusalOf, startApi } from './support/together.ts'
import type { Fate } from './support/unruly-forwarder.ts'

const app = await startApi()
afterAll(() => app[Symbol.asyncDispose]())

describe('following', () => {
  test('goes on over cuts, silence and refusals, and misses and repeats nothing', async () => {
    const ada = await app.createPerson('ada')
    const fates: Fate[] = [
      { cutAfterBytes: 1500 },
      { status: 503, retryAfter: '0' },
      'cut',
      { cutAfterBytes: 4000 },
      'lose the answer',
      { silentAfterBytes: 2500 },
      { status: 502 },
      { cutAfterBytes: 300 },
    ]
    const decide = (nth: number) => fates[nth - 1] ?? 'pass'
    await using connected = await connect(ada, decide, { silenceSeconds: 1 })
    const since = await ada.data('{ syncCursor }')
    const made: string[] = []
    const found: string[] = []
    let isOver = false
    const write = async () => {
      while (!isOver) {
        const connections = connected.bodies.length
        const title = `Task ${made.length}`
        const { task } = await runMutation(ada, 'createTask', { title }, 'task { id }')
        made.push(task.id)
        // One at a time, so that a connection brings some of them before it breaks.
        const isMoved = () => found.length >= made.length || connected.bodies.length > connections
        await waitFor('The task or another connection', async () => isMoved() || undefined)
        isOver = connected.bodies.length > fates.length && made.length >= 20
      }
    }
    const cursors: string[] = [since.syncCursor]
    const read = async () => {
      for await (const page of followChanges(connected.client, since.syncCursor)) {
        found.push(...page.changes.map(({ id }) => id))
        cursors.push(page.cursor)
        if (isOver && found.length >= made.length) return
      }
    }
    await Promise.all([write(), read()])
    expect(found).toEqual(made)
    const asked = connected.bodies.map((body) => JSON.parse(body).variables.since)
    expect(asked.length).toBeGreaterThan(fates.length)
    expect(cursors).toEqual(expect.arrayContaining(asked))
    expect(new Set(asked).size).toBeGreaterThan(1)
  }, 60_000)

  test('gives whole objects, told apart by their kind, and closes its connection', async () => {
    const ada = await app.createPerson('ada')
    await using connected = await connect(ada)
    const { client, bodies } = connected
    const cursor = await syncCursor(client)
    await runMutation(ada, 'createTag', { name: 'Home' }, 'mutationId')
    const { task } = await runMutation(ada, 'createTask', { title: 'Paint' }, 'task { id }')
    let page: ChangePage | undefined
    for await (page of followChanges(client, cursor)) break
    const nodes = page?.changes.map(({ node }) =>
      node?.__typename === 'Task' ? [node.id, node.title, node.list.id] : node?.__typename,
    )
    expect(nodes).toEqual(['Tag', [task.id, 'Paint', expect.any(String)]])
    expect(bodies).toHaveLength(2)
    await expect.poll(connected.countOpen).toBe(0)
  })

  test('says when everything has to be loaded again, and goes on from there', async () => {
    const ada = await app.createPerson('ada')
    await using connected = await connect(ada)
    const pages = followChanges(connected.client, 'expired')
    expect((await pages.next()).value).toMatchObject({ resetRequired: true, changes: [] })
    const next = pages.next()
    await runMutation(ada, 'createTag', { name: 'Later' }, 'mutationId')
    const { value } = await next
    expect(value?.changes).toMatchObject([{ node: { name: 'Later' } }])
    await pages.return()
  })

  test.each([
    ['a token that isn’t known', 'UNAUTHENTICATED', { token: 'nonsense' }, null],
    ['a cursor that is none', 'BAD_USER_INPUT', {}, 'nonsense'],
  ])('ends with what the API says to %s', async (_, code, settings, since) => {
    const ada = await app.createPerson('ada')
    await using connected = await connect(ada, undefined, settings)
    expect(await refusalOf(followChanges(connected.client, since).next())).toMatchObject({ code })
    expect(connected.bodies).toHaveLength(1)
  })

  test('ends when its signal says so, while it listens and while it waits', async () => {
    const ada = await app.createPerson('ada')
    const busy: Fate = { status: 503, retryAfter: '60' }
    await using connected = await connect(ada, (nth) => (nth === 1 ? 'pass' : busy))
    const reason = new Error('Not wanted any more')
    const listening = new AbortController()
    const pages = followChanges(connected.client, null, { signal: listening.signal })
    await pages.next()
    const more = pages.next()
    listening.abort(reason)
    await expect(more).rejects.toBe(reason)
    const waiting = new AbortController()
    const first = followChanges(connected.client, null, { signal: waiting.signal }).next()
    await expect.poll(() => connected.bodies.length).toBe(2)
    waiting.abort(reason)
    await expect(first).rejects.toBe(reason)
    await expect.poll(connected.countOpen).toBe(0)
  })
})
