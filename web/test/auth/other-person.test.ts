import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accounts, startAccounts } from '../support/accounts.ts'

let accounts: Accounts
beforeAll(async () => {
  accounts = await startAccounts()
})
afterAll(() => accounts[Symbol.asyncDispose]())

test('a page gets tokens only of its own person', async () => {
  const [ada, bea] = [await accounts.signUp('Ada'), await accounts.signUp('Bea')]
  const ask = (person: string, cookie: string) => accounts.askToken({ person, cookie })
  const own = await ask(ada.userId, ada.cookie)
  expect(own.status).toBe(200)
  expect(decodeJwt(((await own.json()) as { token: string }).token).sub).toBe(ada.userId)
  const other = await ask(ada.userId, bea.cookie)
  expect([other.status, await other.json()]).toEqual([
    409,
    { code: 'OTHER_PERSON', message: expect.any(String) },
  ])
  expect((await ask(ada.userId, '')).status).toBe(401)
  expect((await ask('', bea.cookie)).status).toBe(200)
})

test('a request from one person’s page isn’t done to another’s account', async () => {
  const [ada, bea] = [await accounts.signUp('Ada'), await accounts.signUp('Bea')]
  const asAda = { cookie: bea.cookie, headers: { 'x-tend-person': ada.userId } }
  for (const [path, body] of [
    ['/delete-user', { password: bea.password }],
    ['/change-password', { currentPassword: bea.password, newPassword: 'another good password' }],
    ['/sign-out', {}],
  ] as const) {
    const answer = await accounts.ask(path, { body, ...asAda })
    expect([path, answer.status]).toEqual([path, 409])
  }
  expect((await accounts.askToken({ cookie: bea.cookie })).status).toBe(200)
  const own = { cookie: bea.cookie, headers: { 'x-tend-person': bea.userId } }
  expect((await accounts.ask('/sign-out', { body: {}, ...own })).status).toBe(200)
})
