import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMailSink } from '../../server/test/support/mail-sink.ts'
import { createInvitation } from '../src/auth/invitations.ts'
import { invitationHeader } from '../src/auth/rules/sign-up-mode.ts'
import { type Accounts, readCookies, startAccounts } from './support/accounts.ts'
import {
  type OidcProvider,
  startOidcProvider,
  walkThroughProvider,
} from './support/oidc-provider.ts'

const webUrl = 'http://localhost:3000'
let provider: OidcProvider
beforeAll(async () => {
  provider = await startOidcProvider(webUrl)
})
afterAll(() => provider[Symbol.asyncDispose]())

let visits = 0
function nextAddress(): string {
  visits += 1
  return `2001:db8:7:${visits}::1`
}

function start(env: Record<string, string>): Promise<Accounts> {
  return startAccounts({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    ...env,
  })
}

async function invite({ owner, config }: Accounts): Promise<string> {
  const address = new URL(await createInvitation(owner as never, config.webUrl))
  expect(address.origin + address.pathname).toBe(`${webUrl}/signup`)
  return address.searchParams.get('invitation') ?? ''
}

async function signUp(accounts: Accounts, email: string, invitation?: string) {
  const answer = await accounts.ask('/sign-up/email', {
    body: { name: 'Ada', email, password: 'correct horse battery' },
    headers: invitation ? { [invitationHeader]: invitation } : {},
    address: nextAddress(),
  })
  return { status: answer.status, body: await answer.json() }
}

/** The whole way to the provider and back; gives where it ends. */
async function comeFromProvider(accounts: Accounts, name: string, invitation?: string) {
  const details = {
    email: `${name}@provider.example`,
    email_verified: true,
    name: 'Ada',
    picture: '',
  }
  provider.people.set(name, details)
  const begun = await accounts.ask('/sign-in/social', {
    body: { provider: 'oidc', callbackURL: '/inbox', errorCallbackURL: '/login' },
    headers: invitation ? { [invitationHeader]: invitation } : {},
    address: nextAddress(),
  })
  const { url } = (await begun.json()) as { url: string }
  const back = await walkThroughProvider(url, name)
  const path = back.pathname.replace('/api/auth', '') + back.search
  const answer = await accounts.ask(path, { cookie: readCookies(begun) })
  return answer.headers.get('location')?.replace(webUrl, '').split('&')[0]
}

async function countPeople({ owner }: Accounts): Promise<number> {
  return (await owner.selectFrom('auth_user').select('id').execute()).length
}

const closed = {
  status: 403,
  body: {
    code: 'SIGN_UP_CLOSED',
    message: 'Signing up is closed here. Ask whoever runs this Tend if you need an account.',
  },
}
const uninvited = { status: 403, body: { code: 'INVITATION_NEEDED' } }

describe('closed', () => {
  let accounts: Accounts
  beforeAll(async () => {
    accounts = await start({ SIGN_UP: 'closed' })
  })
  afterAll(() => accounts[Symbol.asyncDispose]())

  test('nobody can create an account: not the first, not with an invitation, not by a provider', async () => {
    expect(await signUp(accounts, 'a@example.com')).toEqual(closed)
    const invitation = await invite(accounts)
    expect(await signUp(accounts, 'a@example.com', invitation)).toEqual(closed)
    for (const brought of [undefined, invitation]) {
      const location = await comeFromProvider(accounts, 'closed', brought)
      expect(location).toBe('/login?error=SIGN_UP_CLOSED')
    }
    expect(await countPeople(accounts)).toBe(0)
  })

  test('with mail too the refusal is reported', async () => {
    const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'a@example.com' }
    await using other = await start({ SIGN_UP: 'closed', ...mail })
    expect(await signUp(other, 'a@example.com')).toEqual(closed)
  })
})

test('people with an account from before still sign in, by password and by provider', async () => {
  await using accounts = await start({})
  const { email, password } = await accounts.signUp()
  expect(await comeFromProvider(accounts, 'early')).toBe('/inbox')
  const after = accounts.startAnother({ SIGN_UP: 'closed' })
  const signedIn = await after.ask('/sign-in/email', { body: { email, password } })
  expect(signedIn.status).toBe(200)
  expect(await comeFromProvider(after, 'early')).toBe('/inbox')
})

describe('by invitation', () => {
  let accounts: Accounts
  beforeAll(async () => {
    accounts = await start({ SIGN_UP: 'invite' })
  })
  afterAll(() => accounts[Symbol.asyncDispose]())

  test('without one nobody can create an account', async () => {
    expect(await signUp(accounts, 'none@example.com')).toMatchObject(uninvited)
    expect(await signUp(accounts, 'none@example.com', 'made-up')).toMatchObject(uninvited)
    const location = await comeFromProvider(accounts, 'none')
    expect(location).toBe('/login?error=INVITATION_NEEDED')
    expect(await countPeople(accounts)).toBe(0)
  })

  test('guesses at one are counted before they are looked up', async () => {
    const statuses = []
    for (let number = 0; number < 70; number += 1) {
      const answer = await accounts.ask('/sign-up/email', {
        body: { name: 'Guess', email: `guess${number}@example.com`, password: 'a good long one' },
        headers: { [invitationHeader]: `guess-${number}` },
        address: '198.51.100.200',
      })
      statuses.push(answer.status)
    }
    expect(statuses.indexOf(429)).toBe(60)
  })

  test('one invitation creates one account, in any way, also when it is used twice at the same moment', async () => {
    const invitation = await invite(accounts)
    const tries = ['one', 'two', 'three'].map((name) =>
      signUp(accounts, `${name}@example.com`, invitation),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort()
    expect(statuses).toEqual([200, 403, 403])
    expect(await signUp(accounts, 'late@example.com', invitation)).toMatchObject(uninvited)

    const second = await invite(accounts)
    expect(await comeFromProvider(accounts, 'invited', second)).toBe('/inbox')
    expect(await comeFromProvider(accounts, 'other', second)).toBe('/login?error=INVITATION_NEEDED')
    expect(await comeFromProvider(accounts, 'invited')).toBe('/inbox')
  })

  test('with mail too one invitation creates one account when many use it at the same moment', async () => {
    await using sink = await startMailSink()
    const mail = { SMTP_URL: sink.url, MAIL_FROM: 'Tend <tend@example.com>' }
    await using other = await start({ SIGN_UP: 'invite', ...mail })
    const second = other.startAnother({ SIGN_UP: 'invite', ...mail })
    const invitation = await invite(other)
    // At two processes, by as many addresses and twice by the same one.
    const names = ['one', 'two', 'three', 'four', 'five', 'five']
    const tries = names.flatMap((name) =>
      [other, second].map((process) => signUp(process, `${name}@example.com`, invitation)),
    )
    for (const { status } of await Promise.all(tries)) expect(status).toBeLessThan(500)
    expect(await countPeople(other)).toBe(1)
    const [person] = await other.owner.selectFrom('auth_user').select('email').execute()
    await expect
      .poll(() => sink.findMail(person?.email, 'Confirm your e-mail address'))
      .toBeDefined()
    expect(await signUp(other, 'late@example.com', invitation)).toMatchObject(uninvited)
    expect(await countPeople(other)).toBe(1)
  })

  test('a sign-up that is refused for another reason doesn’t use it up', async () => {
    const email = 'taken@example.com'
    await signUp(accounts, email, await invite(accounts))
    const invitation = await invite(accounts)
    expect((await signUp(accounts, email, invitation)).status).toBe(422)
    expect((await signUp(accounts, 'not an address', invitation)).status).toBe(400)
    expect((await signUp(accounts, 'fresh@example.com', invitation)).status).toBe(200)
  })

  test('the command prints a valid one, and says why where none would be valid', async () => {
    const { config } = accounts
    const run = (mode: string) =>
      promisify(execFile)(process.execPath, [join(import.meta.dirname, '../src/invite.ts')], {
        cwd: join(import.meta.dirname, '../..'),
        env: {
          ...process.env,
          SIGN_UP: mode,
          DATA_DIR: config.dataDir,
          BETTER_AUTH_SECRET: config.secrets.current,
          DATABASE_URL: config.databaseUrl ?? '',
        },
      })
    const { stdout } = await run('invite')
    const printed = new URL(stdout.trim()).searchParams.get('invitation') ?? ''
    expect((await signUp(accounts, 'printed@example.com', printed)).status).toBe(200)
    await expect(run('open')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('SIGN_UP is open'),
    })
    await expect(run('closed')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('SIGN_UP is closed'),
    })
  })

  test('it is stored as a hash, and expires after seven days', async () => {
    const invitation = await invite(accounts)
    const hash = createHash('sha256').update(invitation).digest('base64url')
    const rows = await accounts.owner.selectFrom('auth_verification').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(invitation)
    const row = rows.find(({ identifier }) => identifier === `invitation:${hash}`)
    const days = (new Date(row?.expires_at as string).getTime() - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.99)
    expect(days).toBeLessThanOrEqual(7)
    await accounts.owner
      .updateTable('auth_verification')
      .set({ expires_at: new Date(Date.now() - 1_000) })
      .where('id', '=', row?.id)
      .execute()
    expect(await signUp(accounts, 'week@example.com', invitation)).toMatchObject(uninvited)
  })
})
