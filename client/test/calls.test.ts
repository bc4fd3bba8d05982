import { afterAll, describe, expect, test } from 'vitest'
import { createTask, me, task, updateTask } from '../src/generated/operations.ts'
import { createClient } from '../src/index.ts'
import { connect, drawFates, refusalOf, startApi } from './support/together.ts'
import type { Fate } from './support/unruly-forwarder.ts'

const app = await startApi()
afterAll(() => app[Symbol.asyncDispose]())

const stormSeconds = 10
const missing = '01970000-0000-7000-8000-000000000000'

describe('a network that loses, cuts and refuses', () => {
  test('doesn’t keep a mutation from happening exactly once', async () => {
    const ada = await app.createPerson('ada')
    const faults: Fate[] = [
      'cut',
      'lose the answer',
      'cut the answer',
      { status: 503, retryAfter: '0' },
      { status: 429, retryAfter: '0' },
      { status: 502 },
    ]
    const fates = [...faults, ...Array<Fate>(8).fill('pass')]
    const met = new Set<Fate>()
    const draw = drawFates(25, fates)
    const decide = () => {
      const fate = draw()
      met.add(fate)
      return fate
    }
    await using connected = await connect(ada, decide, { maxAttempts: 100 })
    const endsAt = Date.now() + stormSeconds * 1000
    const answered: string[] = []
    let started = 0
    const work = async () => {
      while (Date.now() < endsAt) {
        started += 1
        const title = `Task ${started}`
        const made = await createTask(connected.client, { title })
        expect(made.task.title).toBe(title)
        answered.push(made.mutationId)
      }
    }
    await Promise.all([work(), work(), work(), work(), work(), work()])
    const stored = await app.owner
      .selectFrom('task')
      .select('title')
      .where('user_id', '=', ada.userId)
      .execute()
    const wanted = Array.from({ length: started }, (_, nth) => `Task ${nth + 1}`)
    expect(stored.map(({ title }) => title).toSorted()).toEqual(wanted.toSorted())
    expect(new Set(answered).size).toBe(started)
    expect(met.size).toBe(faults.length + 1)
    expect(connected.bodies.length).toBeGreaterThan(started * 1.3)
    expect(started).toBeGreaterThan(20)
  }, 60_000)

  test('has a query asked again, with the same words', async () => {
    const ada = await app.createPerson('ada')
    const fates: Fate[] = ['cut', 'cut the answer', { status: 504 }, 'pass']
    await using connected = await connect(ada, (nth) => fates[nth - 1] ?? 'pass')
    expect(await task(connected.client, { id: missing })).toBeNull()
    expect(connected.bodies).toHaveLength(4)
    expect(new Set(connected.bodies).size).toBe(1)
  })

  test('is given up after as many attempts as are set, with what was last in the way', async () => {
    const ada = await app.createPerson('ada')
    await using connected = await connect(ada, () => 'cut', { maxAttempts: 3 })
    const error = await refusalOf(me(connected.client))
    expect(error).toMatchObject({ code: 'UNREACHABLE', status: undefined })
    expect(error.cause).toBeInstanceOf(Error)
    expect(connected.bodies).toHaveLength(3)
  })

  test('has a mutation without a variable sent once, since nothing can name it', async () => {
    const ada = await app.createPerson('ada')
    await using connected = await connect(ada, () => 'lose the answer')
    const document = 'mutation { createTask(input: { title: "Only once" }) { mutationId } }'
    expect(await refusalOf(connected.client.mutate(document))).toMatchObject({
      code: 'UNREACHABLE',
    })
    expect(connected.bodies).toHaveLength(1)
  })

  test('leaves a name that the caller gave to a mutation', async () => {
    const ada = await app.createPerson('ada')
    const fates: Fate[] = ['lose the answer', 'pass', 'lose the answer', 'pass']
    await using connected = await connect(ada, (nth) => fates[nth - 1] ?? 'pass')
    const input = { title: 'Line 17', idempotencyKey: 'import-line-17' }
    const { mutationId } = await createTask(connected.client, input)
    expect((await createTask(connected.client, input)).mutationId).toBe(mutationId)
    for (const body of connected.bodies)
      expect(JSON.parse(body).variables).toEqual({ input: { ...input } })
  })
})

describe('Retry-After', () => {
  test.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2000).toUTCString()],
  ])('in %s is waited for', async (_, retryAfter) => {
    const ada = await app.createPerson('ada')
    const busy = (): Fate => ({ status: 503, retryAfter: retryAfter() })
    await using connected = await connect(ada, (nth) => (nth === 1 ? busy() : 'pass'))
    const startedAt = performance.now()
    await me(connected.client)
    expect(performance.now() - startedAt).toBeGreaterThan(950)
    expect(connected.bodies).toHaveLength(2)
  })

  test('of more seconds than are set is an error that says how many', async () => {
    const ada = await app.createPerson('ada')
    await using connected = await connect(ada, () => ({ status: 429, retryAfter: '121' }))
    const error = await refusalOf(me(connected.client))
    expect(error).toMatchObject({ code: 'UNREADABLE', status: 429, retryAfterSeconds: 121 })
    expect(connected.bodies).toHaveLength(1)
  })

  test('of the API itself is waited for when the budget is used up', async () => {
    await using poor = await startApi({
      env: { BUDGET_POINTS: '400', BUDGET_POINTS_PER_SECOND: '100', QUERY_MAX_COST: '300' },
    })
    const ada = await poor.createPerson('ada')
    await using connected = await connect(ada, undefined, { maxAttempts: 100 })
    const document = '{ tasks(first: 100) { nodes { id } } }'
    // All in one moment, however slow the machine is.
    await Promise.all(Array.from({ length: 8 }, () => connected.client.query(document)))
    expect(connected.bodies.length).toBeGreaterThan(8)
  }, 60_000)
})

describe('an error of the API', () => {
  test('has its code, what is wrong where, and the id of the request', async () => {
    const ada = await app.createPerson('ada')
    await using connected = await connect(ada)
    const error = await refusalOf(createTask(connected.client, { title: '' }))
    expect(error).toMatchObject({
      name: 'TendError',
      code: 'BAD_USER_INPUT',
      path: ['createTask'],
      issues: [{ path: ['input', 'title'], message: expect.stringContaining('1') }],
      requestId: expect.stringMatching(/^[\w-]{8,}$/),
      status: 200,
    })
    expect(error.message).toBe(error.issues[0]?.message)
    expect(connected.bodies).toHaveLength(1)
  })

  test.each([
    ['NOT_FOUND', undefined, { id: missing, title: 'New' }],
    ['CONFLICT', 'CHANGED_SINCE', { title: 'New', ifUnchangedSince: '2020-01-01T00:00:00Z' }],
  ])('is told by its code: %s %s', async (code, reason, changes) => {
    const ada = await app.createPerson('ada')
    await using connected = await connect(ada)
    const made = await createTask(connected.client, { title: 'Old' })
    const error = await refusalOf(updateTask(connected.client, { id: made.task.id, ...changes }))
    expect([error.code, error.reason]).toEqual([code, reason])
    expect(connected.bodies).toHaveLength(2)
  })

  test('for a token that isn’t known isn’t asked for twice', async () => {
    const ada = await app.createPerson('ada')
    await using connected = await connect(ada, undefined, { token: async () => 'nonsense' })
    const error = await refusalOf(me(connected.client))
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', status: 401, reason: 'MALFORMED' })
    expect(connected.bodies).toHaveLength(1)
  })

  test('beside other data comes with that data', async () => {
    const ada = await app.createPerson('ada')
    await using connected = await connect(ada)
    const document = `mutation Both($one: CreateTagInput!, $other: CreateTagInput!) {
      one: createTag(input: $one) { tag { name } }
      other: createTag(input: $other) { tag { name } }
    }`
    const variables = { one: { name: 'Home' }, other: { name: '' } }
    const error = await refusalOf(connected.client.mutate(document, variables))
    expect(error).toMatchObject({
      code: 'BAD_USER_INPUT',
      path: ['other'],
      data: { one: { tag: { name: 'Home' } }, other: null },
    })
    expect(error.errors).toHaveLength(1)
  })

  test('that isn’t the API’s at all is UNREADABLE', async () => {
    const ada = await app.createPerson('ada')
    await using connected = await connect(ada, () => ({ status: 404, body: '<h1>Nothing</h1>' }))
    expect(await refusalOf(me(connected.client))).toMatchObject({ code: 'UNREADABLE', status: 404 })
    expect(connected.bodies).toHaveLength(1)
  })
})

describe('a signal', () => {
  test('ends a call before it is sent, while it is answered, and while it waits', async () => {
    const ada = await app.createPerson('ada')
    const busy: Fate = { status: 503, retryAfter: '60' }
    await using connected = await connect(ada, (nth) =>
      nth === 1 ? busy : { silentAfterBytes: 0 },
    )
    const { client, bodies } = connected
    const reason = new Error('Not wanted any more')
    await expect(me(client, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(bodies).toHaveLength(0)
    for (const nth of [1, 2]) {
      const controller = new AbortController()
      const call = me(client, { signal: controller.signal })
      await expect.poll(() => bodies.length).toBe(nth)
      controller.abort(reason)
      await expect(call).rejects.toBe(reason)
    }
    expect(bodies).toHaveLength(2)
  })

  test('isn’t needed where nothing is answered: a call takes as long as is set', async () => {
    const ada = await app.createPerson('ada')
    const settings = { timeoutSeconds: 0.2, maxAttempts: 2 }
    await using connected = await connect(ada, () => ({ silentAfterBytes: 0 }), settings)
    expect(await refusalOf(me(connected.client))).toMatchObject({ code: 'UNREACHABLE' })
    expect(connected.bodies).toHaveLength(2)
  })
})

test('a parsed document is refused with what to do', async () => {
  const client = createClient({ url: app.url, token: 'none' })
  const parsed: object = { kind: 'Document', definitions: [] }
  await expect(client.query(parsed)).rejects.toThrow('print it first')
})
