import { afterAll, expect, test } from 'vitest'
import { createAccessToken } from '../support/access-token.ts'
import { readTables } from '../support/random-mutations.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'
import { exportJsonFrom } from '../support/transfer.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')
await runMutation(bob, 'createTask', { title: 'To come over' }, 'mutationId')
const file = JSON.stringify(await exportJsonFrom(app.url, bob))

async function call(path: string, scopes: string[], body?: string) {
  const { bearer } = await createAccessToken(ada, { scopes })
  const answer = await fetch(app.url + path, {
    headers: { authorization: `Bearer ${bearer.token}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body }),
  })
  return { status: answer.status, text: await answer.text() }
}

test.each([['/export.json'], ['/export.csv']])('%s needs the scope to read tasks', async (path) => {
  const refused = await call(path, ['TASKS_WRITE', 'ACCOUNT_READ'])
  expect(refused.status).toBe(403)
  expect(JSON.parse(refused.text).errors[0].extensions.code).toBe('FORBIDDEN')
  expect((await call(path, ['TASKS_READ'])).status).toBe(200)
})

test('without the scope for the account, an export has no profile', async () => {
  const without = await call('/export.json', ['TASKS_READ', 'TASKS_WRITE'])
  expect(JSON.parse(without.text)).not.toHaveProperty('profile')
  const whole = await call('/export.json', ['TASKS_READ', 'ACCOUNT_READ'])
  expect(JSON.parse(whole.text)).toMatchObject({ profile: { name: 'ada' } })
})

test('an import needs the scope to change things, and only a session imports the profile', async () => {
  const before = await readTables(app.owner, ada.userId)
  expect((await call('/import', ['TASKS_READ', 'ACCOUNT_READ'], file)).status).toBe(403)
  for (const scopes of [['TASKS_WRITE'], ['TASKS_READ', 'TASKS_WRITE', 'ACCOUNT_READ']]) {
    const profile = await call('/import?profile=true', scopes, file)
    expect(profile.status).toBe(403)
    expect(JSON.parse(profile.text).errors[0].message).toContain('account:manage')
  }
  expect(await readTables(app.owner, ada.userId)).toEqual(before)
  expect((await call('/import', ['TASKS_WRITE'], file)).status).toBe(200)
})
