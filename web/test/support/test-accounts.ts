import type { Email } from 'postal-mime'
import { expect } from 'vitest'
import { type MailSink, startMailSink } from '../../../server/test/support/mail-sink.ts'
import { startTestApp, type TestApp } from '../../../server/test/support/test-app.ts'
import { type Auth, createAuth } from '../../src/auth/auth.server.ts'
import { answerAuthRequest } from '../../src/auth/auth-endpoint.ts'
import { prepareAuthHeaders } from '../../src/auth/sessions/prepare-auth-headers.ts'
import { readWebEnv, type WebConfig } from '../../src/env.ts'

export const password = 'correct horse battery'

/** What was answered; as the third argument of `ask` it asks on with its cookies. */
export type Answer = {
  status: number
  body: Record<string, unknown> | undefined
  headers: Headers
  /** The cookies it sets, as a request sends them back. */
  cookie: string
}

/** The accounts as the web app serves them, beside a real API, its database and a real mail server. */
export interface TestAccounts extends AsyncDisposable {
  app: TestApp
  auth: Auth
  config: WebConfig
  sink: MailSink
  /** Asks a path below `/api/auth` as our own pages do; with a body it is a POST. */
  ask(path: string, body?: object, as?: { cookie?: string }): Promise<Answer>
  /** The session of a cookie, as our pages and the token endpoint look it up; null when it has ended. */
  findSession(as: { cookie: string }): Promise<{
    user: { email: string }
    session: { id: string; userId: string }
  } | null>
  /** A person who has confirmed the address and signed in. */
  signUp(email: string): Promise<{ cookie: string; email: string }>
  /** Waits for a mail to arrive, and gives the token in its link. */
  readToken(to: string, subject: string): Promise<string>
  readMail(to: string, subject: string): Promise<Email>
  /** The same accounts under other settings. */
  restart(env: Record<string, string>): Pick<TestAccounts, 'auth' | 'ask' | 'findSession'>
}

export async function startTestAccounts(env: Record<string, string> = {}): Promise<TestAccounts> {
  await using stack = new AsyncDisposableStack()
  const app = stack.use(await startTestApp())
  const sink = stack.use(await startMailSink())
  const settings = {
    DATA_DIR: app.config.dataDir,
    BETTER_AUTH_SECRET: app.config.secrets.current,
    ...(app.config.databaseUrl && { DATABASE_URL: app.config.databaseUrl }),
    SMTP_URL: sink.url,
    MAIL_FROM: 'Tend <tend@example.com>',
    ...env,
  }
  const config = readWebEnv(settings)
  const auth = createAuth(config, app.owner)
  const ask = createAsk(auth, config)
  const readMail = (to: string, subject: string) =>
    expect
      .poll(() => sink.findMail(to, subject), { timeout: 10_000 })
      .toBeDefined()
      .then(() => sink.findMail(to, subject) as Email)
  async function readToken(to: string, subject: string): Promise<string> {
    return findToken(await readMail(to, subject))
  }
  const resources = stack.move()
  return {
    app,
    auth,
    config,
    sink,
    ask,
    findSession: createFindSession(auth, config),
    readMail,
    readToken,
    async signUp(email) {
      await ask('/sign-up/email', { name: 'Ada', email, password })
      const token = await readToken(email, 'Confirm your e-mail address')
      await ask(`/verify-email?token=${token}`)
      const { status, cookie } = await ask('/sign-in/email', { email, password })
      expect(status).toBe(200)
      return { cookie, email }
    },
    restart(changed) {
      const newConfig = readWebEnv({ ...settings, ...changed })
      const newAuth = createAuth(newConfig, app.owner)
      return {
        auth: newAuth,
        ask: createAsk(newAuth, newConfig),
        findSession: createFindSession(newAuth, newConfig),
      }
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

/** The token of the link in a mail. */
export function findToken({ text }: Email): string {
  return text?.match(/[?&]token=([\w.-]+)/)?.[1] ?? ''
}

function createAsk(auth: Auth, config: WebConfig): TestAccounts['ask'] {
  return async (path, body, { cookie = '' } = {}) => {
    const sent = body && JSON.stringify(body)
    const request = new Request(`${config.webUrl}/api/auth${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        origin: config.webUrl,
        ...(cookie && { cookie }),
        ...(sent && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(sent)),
        }),
      },
      ...(sent && { body: sent }),
    })
    const response = await answerAuthRequest(request, { auth, config })
    const text = await response.text()
    return {
      status: response.status,
      body: text ? JSON.parse(text) : undefined,
      headers: response.headers,
      cookie: response.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; '),
    }
  }
}

function createFindSession(auth: Auth, config: WebConfig): TestAccounts['findSession'] {
  return async ({ cookie }) => {
    const headers = await prepareAuthHeaders(new Headers({ cookie }), { auth, config })
    return auth.api.getSession({ headers })
  }
}
