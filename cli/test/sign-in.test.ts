import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { createAccessToken } from '../../server/test/support/access-token.ts'
import { findFreePort } from '../../server/test/support/free-port.ts'
import { runMutation } from '../../server/test/support/run-mutation.ts'
import { startTestApp } from '../../server/test/support/test-app.ts'
import { installTend, manyRuns } from './support/tend.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const commands = [
  ...['login', 'logout', 'add', 'ls', 'done', 'reopen', 'edit', 'rm'],
  ...['undo', 'redo', 'log', 'watch', 'export', 'import'],
]

async function begin(scopes = ['TASKS_READ', 'TASKS_WRITE', 'ACCOUNT_READ']) {
  const ada = await app.createPerson('ada')
  const { bearer, accessToken } = await createAccessToken(ada, { name: 'Terminal', scopes })
  const tend = await installTend()
  onTestFinished(() => tend[Symbol.dispose]())
  const file = join(tend.home, 'config/tend/credentials.json')
  const login = (...args: string[]) =>
    tend.run(['login', '--url', app.url, ...args], { input: `${bearer.token}\n` })
  return { ada, tend, bearer, accessToken, file, login }
}

describe('the first run', manyRuns, () => {
  test('shows what there is, and how to begin', async () => {
    const { tend } = await begin()
    const { code, out, err } = await tend.run([])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('Begin with tend login.')
    for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
  })

  test('of a command says what to do: exit code 3', async () => {
    const { tend } = await begin()
    const { code, out, err } = await tend.run(['ls'])
    expect([code, out]).toEqual([3, ''])
    expect(err).toMatch(/^tend: You aren’t signed in\. .*tend login.*TEND_TOKEN/)
    expect(await tend.refusal('ls')).toMatchObject({ code: 3, error: { code: 'NOT_SIGNED_IN' } })
  })
})

test.each(commands)('tend %s --help says how it is written', manyRuns, async (command) => {
  const { tend } = await begin()
  const { code, out } = await tend.run([command, '--help'])
  expect([code, out]).toEqual([0, expect.stringMatching(new RegExp(`^tend ${command}\\b`))])
  expect((await tend.run(['help', command])).out).toBe(out)
})

describe('login', manyRuns, () => {
  test('checks the token, and keeps it where only its owner can read it', async () => {
    const { tend, file, login, bearer } = await begin()
    const { code, out } = await login()
    expect([code, out]).toEqual([0, `Signed in as ada at ${app.url}.\n`])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ url: app.url, token: bearer.token })
    expect((await tend.run(['add', 'One'])).code).toBe(0)
  })

  test('has JSON of a stable shape, without the token', async () => {
    const { login, ada, bearer } = await begin()
    const { out } = await login('--json')
    expect(out).not.toContain(bearer.token)
    expect(JSON.parse(out)).toEqual({
      url: app.url,
      user: { name: 'ada', email: ada.email },
      token: {
        name: 'Terminal',
        scopes: ['ACCOUNT_READ', 'TASKS_READ', 'TASKS_WRITE'],
        expiresAt: expect.any(String),
      },
    })
  })

  test('with a token that is none keeps nothing: exit code 3', async () => {
    const { tend, file } = await begin()
    for (const input of ['tend_pat_wrong', 'two\nlines']) {
      const { code, err } = await tend.run(['login', '--url', app.url], { input })
      expect([code, existsSync(file)]).toEqual([3, false])
      expect(err).toContain('access token')
      expect(err).not.toContain('wrong')
    }
    const { code } = await tend.run(['login', '--url', app.url])
    expect(code).toBe(2)
  })

  test('takes no token as an argument, and no address that is none', async () => {
    const { tend, bearer } = await begin()
    expect((await tend.run(['login', bearer.token])).code).toBe(2)
    expect((await tend.run(['login', '--url', 'nowhere'], { input: 'x' })).code).toBe(2)
  })

  test('says what the token may not do', async () => {
    const { tend, login } = await begin(['TASKS_READ'])
    const { code, err } = await login()
    expect([code, err]).toEqual([0, expect.stringContaining('it lacks TASKS_WRITE')])
    const { code: refused, error } = await tend.refusal('add', 'One')
    expect([refused, error.code]).toEqual([1, 'FORBIDDEN'])
    expect(error.message).toContain('tasks:write')
  })
})

test('logout forgets the token and the numbers', manyRuns, async () => {
  const { tend, file, login } = await begin()
  await login()
  await tend.run(['add', 'One'])
  await tend.run(['ls', 'inbox'])
  expect(await tend.json('logout')).toEqual({ wasSignedIn: true })
  expect(existsSync(file)).toBe(false)
  expect((await tend.run(['ls'])).code).toBe(3)
  await login()
  expect((await tend.refusal('done', '1')).error.message).toContain('listed nothing yet')
  await tend.run(['logout'])
  expect(await tend.json('logout')).toEqual({ wasSignedIn: false })
})

describe('the environment', manyRuns, () => {
  test('goes before what is kept', async () => {
    const { tend, login, bearer } = await begin()
    await login()
    const wrong = { TEND_TOKEN: 'tend_pat_wrong' }
    expect((await tend.run(['ls'], { env: wrong })).code).toBe(3)
    await tend.run(['logout'])
    const right = { TEND_TOKEN: bearer.token, TEND_API_URL: `${app.url}/graphql` }
    expect((await tend.run(['ls'], { env: right })).code).toBe(0)
  })

  test('can’t have the kept token sent to another address', async () => {
    const { tend, login } = await begin()
    await login()
    let requests = 0
    const server = createServer((_, response) => {
      requests += 1
      response.end()
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    const port = await listening(server)
    const env = { TEND_API_URL: `http://127.0.0.1:${port}` }
    const { code, err } = await tend.run(['ls'], { env })
    expect([code, requests]).toEqual([3, 0])
    expect(err).toContain('You are signed in at')
  })
})

test('a file that others can read isn’t used', manyRuns, async () => {
  const { tend, file, login } = await begin()
  await login()
  chmodSync(file, 0o644)
  const { code, error } = await tend.refusal('ls')
  expect([code, error.code]).toEqual([1, 'FILE_NOT_PRIVATE'])
  expect(error.message).toContain('chmod 600')
})

test('a token that was revoked is exit code 3, with what to do', manyRuns, async () => {
  const { ada, tend, login, accessToken } = await begin()
  await login()
  await runMutation(ada, 'revokeAccessToken', { id: accessToken.id }, 'mutationId')
  await expect.poll(async () => (await tend.run(['ls'])).code, { timeout: 60_000 }).toBe(3)
  const { error } = await tend.refusal('ls')
  expect(error).toMatchObject({ code: 'UNAUTHENTICATED', requestId: expect.any(String) })
  expect(error.message).toContain('tend login')
})

describe('exit code 4', manyRuns, () => {
  test('is for an address where nobody answers', async () => {
    const { tend } = await begin()
    const url = `http://127.0.0.1:${await findFreePort()}`
    const env = { TEND_API_URL: url, TEND_TOKEN: 'tend_pat_some' }
    for (const args of [['ls'], ['export']]) {
      const { code, err } = await tend.run(args, { env })
      expect([code, err]).toEqual([4, expect.stringContaining(`expected from ${url}`)])
    }
  })

  test('is for an answer that isn’t the API’s', async () => {
    const { tend } = await begin()
    const server = createServer((_, response) => response.writeHead(404).end('<h1>Nothing</h1>'))
    onTestFinished(() => void server.close())
    const port = await listening(server.listen(0, '127.0.0.1'))
    const env = { TEND_API_URL: `http://127.0.0.1:${port}`, TEND_TOKEN: 'tend_pat_some' }
    for (const args of [['ls'], ['export']]) {
      const { code, err } = await tend.run(args, { env })
      expect([code, err]).toEqual([4, expect.stringContaining('(HTTP 404)')])
    }
  })
})

test.each([
  ['a command that is none', ['list']],
  ['an option that is none', ['ls', '--all']],
  ['an option without its value', ['ls', '--list']],
  ['a limit that is no number', ['ls', '-n', 'many']],
  ['two places', ['ls', 'today', '--list', 'Home']],
  ['no task', ['done']],
  ['a filter that isn’t JSON', ['ls', '--filter', 'today']],
])('%s is exit code 2', manyRuns, async (_, args) => {
  const { tend, login } = await begin()
  await login()
  expect(await tend.refusal(...args)).toMatchObject({ code: 2, error: { code: 'WRONG_USAGE' } })
})

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}
