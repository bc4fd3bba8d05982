import {
  connectAsOwner,
  startTestApp,
  type TestApp,
  testSecret,
} from '../../../server/test/support/test-app.ts'
import { type Auth, createAuth } from '../../src/auth/auth.server.ts'
import { answerAuthRequest } from '../../src/auth/auth-endpoint.ts'
import type { Passwords } from '../../src/auth/passwords/hashing-turns.ts'
import { answerTokenRequest } from '../../src/auth/sessions/token-endpoint.ts'
import { readWebEnv, type WebConfig } from '../../src/env.ts'

export type AskOptions = {
  method?: string
  /** Sent as JSON. */
  body?: unknown
  headers?: Record<string, string>
  cookie?: string
  /** The client's address, as `serve.ts` would write it. */
  address?: string
}

export type SignedUp = { email: string; password: string; cookie: string; userId: string }

/** The accounts of the web app as the routes call them, on a real database. */
export interface Accounts extends AsyncDisposable {
  auth: Auth
  config: WebConfig
  owner: TestApp['owner']
  /** `path` comes after `/api/auth`. A body or a method of POST comes with our own origin. */
  ask(path: string, options?: AskOptions): Promise<Response>
  /** `person` is whose page asks. */
  askToken(options?: AskOptions & { person?: string }): Promise<Response>
  signUp(name?: string): Promise<SignedUp>
  /** Another process of the web app on the same database, with other settings perhaps. */
  startAnother(changed?: Record<string, string>, passwords?: Passwords): Accounts
}

let people = 0

/** `env` holds variables beside those of the database and the secret. */
export async function startAccounts(env: Record<string, string> = {}): Promise<Accounts> {
  const app = await startTestApp()
  return openAccounts(app, env, async () => app[Symbol.asyncDispose]())
}

function openAccounts(
  app: TestApp,
  env: Record<string, string>,
  dispose: () => Promise<void>,
  passwords?: Passwords,
): Accounts {
  const config = readWebEnv({
    BETTER_AUTH_SECRET: testSecret,
    DATA_DIR: app.config.dataDir,
    ...(app.config.databaseUrl && { DATABASE_URL: app.config.databaseUrl }),
    ...env,
  })
  const connections = connectAsOwner(app.config, 4)
  const auth = createAuth(config, connections.owner, undefined, passwords)
  const peers = { auth, config }

  const ask = async (path: string, options: AskOptions = {}) =>
    answerAuthRequest(toRequest(`${config.webUrl}/api/auth${path}`, options, config), peers)

  async function signUp(name = 'Ada'): Promise<SignedUp> {
    people += 1
    const email = `${name.toLowerCase()}.${process.pid}.${people}@example.com`
    const password = 'correct horse battery'
    const body = { name, email, password }
    const answer = await ask('/sign-up/email', { body, address: `2001:db8:${people}::1` })
    if (answer.status !== 200) throw new Error(`Sign-up failed: ${await answer.text()}`)
    const { user } = (await answer.json()) as { user: { id: string } }
    return { email, password, cookie: readCookies(answer), userId: user.id }
  }

  return {
    auth,
    config,
    owner: app.owner,
    ask,
    async askToken({ person, ...options } = {}) {
      const query = person === undefined ? '' : `?person=${person}`
      const url = `${config.webUrl}/api/auth/token${query}`
      return answerTokenRequest(toRequest(url, options, config), peers)
    },
    signUp,
    startAnother: (changed, others) =>
      openAccounts(app, { ...env, ...changed }, async () => {}, others),
    [Symbol.asyncDispose]: async () => {
      await connections[Symbol.asyncDispose]()
      await dispose()
    },
  }
}

/** The cookies that an answer sets, as a browser sends them back. */
export function readCookies(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.slice(0, cookie.indexOf(';')))
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ')
}

function toRequest(url: string, options: AskOptions, config: WebConfig): Request {
  const { body, cookie, address = '192.0.2.1' } = options
  const method = options.method ?? (body === undefined ? 'GET' : 'POST')
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const headers = new Headers({ 'x-forwarded-for': address })
  if (method === 'POST') headers.set('origin', config.webUrl)
  if (text !== undefined) {
    headers.set('content-type', 'application/json')
    headers.set('content-length', String(Buffer.byteLength(text as string)))
  }
  if (cookie) headers.set('cookie', cookie)
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (value) headers.set(name, value)
    else headers.delete(name)
  }
  return new Request(url, { method, headers, ...(text !== undefined && { body: text as string }) })
}
