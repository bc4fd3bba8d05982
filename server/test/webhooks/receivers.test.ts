import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { findFreePort } from '../support/free-port.ts'
import type { Person } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { createTask, createWebhook } from '../support/webhook.ts'
import {
  type ReceivedEvent,
  startWebhookReceiver,
  type WebhookReceiver,
} from '../support/webhook-receiver.ts'

// The receivers of docs/webhooks.md, as they are printed there.

const markdown = readFileSync(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8')
const blockOf = (language: string) => {
  const [, block] = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(markdown) ?? []
  if (!block) throw new Error(`A receiver in ${language} was expected in docs/webhooks.md`)
  return block
}
const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const folder = mkdtempSync(join(tmpdir(), 'tend-receivers-'))
const timeout = 15_000

let app: TestApp
let ada: Person
let port: number
/** Keeps what is sent, for those that are run for each event. */
let recorder: WebhookReceiver

beforeAll(async () => {
  port = await findFreePort()
  recorder = await startWebhookReceiver()
  app = await startTestApp({
    app: { reminders: true },
    env: { WEBHOOK_ORIGINS: `http://127.0.0.1:${port},${recorder.origin}` },
  })
  ada = await app.createPerson('ada')
})
afterAll(async () => {
  await app?.[Symbol.asyncDispose]()
  await recorder?.[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

const servers = [
  { language: 'js', file: 'receiver.mjs', command: process.execPath, isThere: true },
  { language: 'python', file: 'receiver.py', command: 'python3', isThere: has('python3', '-V') },
]

describe.each(servers)('the receiver in $language', ({ language, file, command, isThere }) => {
  const title = isThere
    ? 'believes what was signed, and nothing else'
    : `was NOT run: ${command} is not on this machine`
  test.runIf(isThere)(title, async () => {
    const { webhook, secret } = await runMutation(
      ada,
      'createWebhook',
      { url: `http://127.0.0.1:${port}/${language}` },
      'secret webhook { id }',
    )
    const path = join(folder, file)
    writeFileSync(path, blockOf(language))
    const receiver = spawn(command, [path], {
      env: { PATH: process.env.PATH, PORT: String(port), WEBHOOK_SECRET: secret },
    })
    onTestFinished(async () => {
      receiver.kill('SIGKILL')
      await once(receiver, 'close')
    })
    let output = ''
    let problems = ''
    receiver.stdout.on('data', (text) => {
      output += text
    })
    receiver.stderr.on('data', (text) => {
      problems += text
    })
    const isUp = () =>
      fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' }).then(
        ({ status }) => status,
        () => problems,
      )
    // What isn't signed at all is refused.
    await expect.poll(isUp, { timeout }).toBe(401)
    // The other receiver of the same webhook keeps the bytes, so that they can be changed.
    const twin = await createWebhook(ada, recorder)
    await createTask(ada, `Hello ${language}`)
    await expect.poll(() => output, { timeout }).toContain(`CREATE TASK Hello ${language}`)
    await expect.poll(() => recorder.accepted(twin.path).length, { timeout }).toBe(1)
    expect(problems).toBe('')
    await runMutation(ada, 'rollWebhookSecret', { id: webhook.id }, 'mutationId')
    await createTask(ada, `Rolled ${language}`)
    await expect.poll(() => output, { timeout }).toContain(`CREATE TASK Rolled ${language}`)
    const attempts = async () =>
      (
        await ada.data(
          'query ($id: ID!) { node(id: $id) { ... on Webhook { attempts { nodes { status } } } } }',
          webhook,
        )
      ).node.attempts.nodes
    await expect.poll(attempts, { timeout }).toEqual([{ status: 204 }, { status: 204 }])
    const [event] = recorder.accepted(twin.path)
    const { text = '', headers } = event ?? {}
    // Signed with the secret of another webhook.
    const forged = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: text,
      headers: pickSigned(headers),
    })
    expect(forged.status).toBe(401)
    await runMutation(ada, 'deleteWebhook', { id: webhook.id }, 'mutationId')
  })
})

const canRunShell = has('sh', '-c', 'command -v openssl mktemp od head')

test.runIf(canRunShell)(
  'the receiver for the shell believes what was signed, and nothing else',
  async () => {
    const { path, secret } = await createWebhook(ada, recorder)
    await createTask(ada, 'Hello shell, “naïve”')
    await expect.poll(() => recorder.accepted(path).length, { timeout }).toBe(1)
    const [event] = recorder.accepted(path)
    if (!event) throw new Error('An event was expected')
    const script = join(folder, 'receiver.sh')
    writeFileSync(script, blockOf('sh'))
    const events = join(folder, 'events')
    mkdirSync(events)
    const run = ({ text, headers }: Pick<ReceivedEvent, 'text' | 'headers'>) =>
      spawnSync('sh', [script], {
        input: text,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          WEBHOOK_SECRET: secret,
          EVENTS: events,
          CONTENT_LENGTH: String(Buffer.byteLength(text)),
          HTTP_WEBHOOK_ID: String(headers['webhook-id'] ?? ''),
          HTTP_WEBHOOK_TIMESTAMP: String(headers['webhook-timestamp'] ?? ''),
          HTTP_WEBHOOK_SIGNATURE: String(headers['webhook-signature'] ?? ''),
        },
      })
    const { headers, text } = event
    const old = String(Number(headers['webhook-timestamp']) - 600)
    const wrong = [
      { headers, text: `${text} ` },
      { headers: { ...headers, 'webhook-id': `${event.id}0` }, text },
      { headers: { ...headers, 'webhook-id': '../../x' }, text },
      { headers: { ...headers, 'webhook-timestamp': old }, text },
      { headers: { ...headers, 'webhook-signature': 'v1,' }, text },
      { headers: {}, text },
    ]
    for (const one of wrong)
      expect(run(one)).toMatchObject({ stdout: 'Status: 401\r\n\r\n', stderr: '' })
    expect(readdirSync(events)).toEqual([])
    expect(run(event)).toMatchObject({ stdout: 'Status: 204\r\n\r\n', stderr: '' })
    expect(readFileSync(join(events, `${event.id}.json`), 'utf8')).toBe(text)
    const rolled = `v1,AAAA ${headers['webhook-signature']} v1,BBBB`
    expect(run({ text, headers: { ...headers, 'webhook-signature': rolled } }).stdout).toContain(
      '204',
    )
  },
)

function pickSigned(headers: ReceivedEvent['headers'] = {}): Record<string, string> {
  return Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
      name,
      String(headers[name]),
    ]),
  )
}
