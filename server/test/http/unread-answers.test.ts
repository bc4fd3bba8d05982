import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { runMutation } from '../support/run-mutation.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp } from '../support/test-app.ts'

// An answer that is created but not read takes memory, and no longer than these tests say.

const app = await startTestApp({
  app: {
    eventReaderSeconds: 1,
    lookEverySeconds: 600,
    transferLimits: { stallSeconds: 1, leastBytesPerSecond: 50_000_000 },
  },
})
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const createTasks =
  'mutation ($input: CreateTasksInput!) { createTasks(input: $input) { mutationId } }'
/** Twelve texts of so many characters, which the page asks for sixteen times each: 9.6 million. */
const description = 'x'.repeat(50_000)
const tasks = Array.from({ length: 12 }, () => ({ title: 'Long', description }))
await ada.data(createTasks, { input: { tasks } })
const texts = Array.from({ length: 16 }, (_, nth) => `a${nth}: description`).join(' ')
const page = `{ tasks(first: 12) { nodes { ${texts} } } }`

/** Sends a request and doesn't read the answer. */
async function askUnread(
  query: string,
  accept: string,
  { url, token } = { url: app.url, token: ada.token },
): Promise<Socket> {
  const body = JSON.stringify({ query })
  const socket = connect(Number(new URL(url).port), '127.0.0.1').pause()
  await once(socket, 'connect')
  // It may be reset while it waits.
  socket.on('error', () => {})
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nAccept: ${accept}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  return socket
}

const countRequests = () => app.logs.filter(({ msg }) => msg === 'request').length

/** A request is logged when it is over. */
async function endOfRequests(before: number, count: number): Promise<void> {
  await waitFor(
    'The end of the requests',
    async () => (countRequests() >= before + count ? true : undefined),
    8_000,
  )
}

test('an unread answer is cut off, with the others on the same connection', async () => {
  expect((await ada.gql(page)).text.length).toBeGreaterThan(9_000_000)
  const before = countRequests()
  const unread = await askUnread(page, 'application/json')
  const body = JSON.stringify({ query: page })
  for (let nth = 0; nth < 3; nth += 1)
    unread.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ada.token}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
  try {
    await endOfRequests(before, 4)
  } finally {
    unread.destroy()
  }
})

test('an unread answer is cut off when its client has paused for too long, however large it is', async () => {
  // By the minimum speed alone, its client might take hours.
  await using patient = await startTestApp({
    app: { transferLimits: { stallSeconds: 1, leastBytesPerSecond: 1_000 } },
  })
  const person = await patient.createPerson('ada')
  await person.data(createTasks, { input: { tasks } })
  const ends = () => patient.logs.filter(({ msg }) => msg === 'request').length
  const before = ends()
  const unread = await askUnread(page, 'application/json', {
    url: patient.url,
    token: person.token,
  })
  try {
    await waitFor('The end of it', async () => (ends() > before ? true : undefined), 8_000)
  } finally {
    unread.destroy()
  }
})

test('forty megabytes of a person’s unread answers are kept, the others cut off', async () => {
  await using patient = await startTestApp({
    app: { transferLimits: { stallSeconds: 600, leastBytesPerSecond: 1_000 } },
  })
  const person = await patient.createPerson('ada')
  await person.data(createTasks, { input: { tasks } })
  const cuts = () => patient.logs.filter(({ msg }) => msg === 'request').length
  const before = cuts()
  const to = { url: patient.url, token: person.token }
  const ask = () => askUnread(page, 'application/json', to)
  const unread = await Promise.all(Array.from({ length: 10 }, ask))
  try {
    await waitFor('Two cuts', async () => (cuts() >= before + 2 ? true : undefined), 20_000)
    const lengths = unread.map(() => 0)
    for (const [nth, socket] of unread.entries())
      socket
        .on('data', (chunk: Buffer) => {
          lengths[nth] = (lengths[nth] ?? 0) + chunk.length
        })
        .resume()
    // What was kept is complete.
    const countWhole = () => lengths.filter((length) => length > 9_000_000).length
    await waitFor('Three whole ones', async () => (countWhole() >= 3 ? true : undefined), 20_000)
    expect(countWhole()).toBeLessThanOrEqual(8)
  } finally {
    for (const socket of unread) socket.destroy()
  }
})

test('an answer that is read too slowly is cut off when all of it should have been read', async () => {
  const socket = await askUnread(page, 'application/json')
  let length = 0
  const drip = () => {
    length += socket.read()?.length ?? 0
  }
  const dripping = setInterval(drip, 100)
  try {
    await sleep(2_000)
    clearInterval(dripping)
    // What is on its way already arrives all the same.
    socket.on('data', (chunk: Buffer) => {
      length += chunk.length
    })
    socket.resume()
    await Promise.race([once(socket, 'close'), sleep(8_000)])
    expect(length).toBeGreaterThan(0)
    expect(length).toBeLessThan(9_000_000)
    expect(socket.destroyed).toBe(true)
  } finally {
    clearInterval(dripping)
    socket.destroy()
  }
})

test('a request that takes longer for other reasons isn’t cut off', async () => {
  const socket = await askUnread('{ me { id } }', 'application/json')
  await sleep(2_500)
  let text = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk
  })
  socket.resume()
  socket.write('GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  await once(socket, 'close')
  expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(2)
})

test('a live result whose events aren’t read is cut off', async () => {
  const before = countRequests()
  const query = `subscription { changes { changes { node { ... on Task { ${texts} } } } } }`
  const socket = await askUnread(query, 'text/event-stream')
  try {
    await runMutation(ada, 'createTask', { title: 'Meanwhile' }, 'mutationId')
    await endOfRequests(before, 2)
  } finally {
    socket.destroy()
  }
})
