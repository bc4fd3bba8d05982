import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { listFirstScripts } from './support/first-scripts.ts'
import { shareProduct } from './support/shared-product.ts'
import {
  addTask,
  openTask,
  readToken,
  reloadWhenSaved,
  signUp,
  signUpByForm,
  undo,
  useUntilSignedOut,
} from './support/steps.ts'

const running = shareProduct()

test('a stranger signs up, writes a task down, completes it and signs out', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await page.goto('/')
  await page.waitForURL('**/login')
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.waitForURL('**/signup')
  const { email, password } = await signUpByForm(page)

  await addTask(page, 'Buy oat milk')
  await page.getByRole('checkbox', { name: 'Complete “Buy oat milk”' }).click()
  await openTask(page, 'Buy oat milk').waitFor({ state: 'detached' })
  await reloadWhenSaved(page)
  await page.getByText('Your inbox is empty').waitFor()
  await page.getByRole('button', { name: 'Completed' }).click()
  await page.getByRole('list', { name: 'Completed tasks' }).getByText('Buy oat milk').waitFor()

  await page.getByRole('button', { name: 'Account: Ada' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL('**/login**')
  await page.goto('/inbox')
  await page.waitForURL('**/login?next=**')

  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/inbox')
  await page.getByText('Your inbox is empty').waitFor()
  expect(window.complaints).toEqual([])
})

test('what the app loads before it can be used grows by nothing unnoticed', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const scripts = await listFirstScripts(page)
  // The budget is 170 kB; docs/performance.md says what it is spent on.
  expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(170_000)
})

test('a task is opened and renamed, deleted, and comes back with Undo', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Call mom')

  await openTask(page, 'Call mom').click()
  await page.waitForURL('**/task/*')
  await page.getByLabel('Title').fill('Call mum')
  await page.getByLabel('Title').press('Enter')
  await openTask(page, 'Call mum').waitFor()
  await openTask(page, 'Call mum').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await openTask(page, 'Call mum').waitFor({ state: 'detached' })
  await undo(page, 'Deleted “Call mum”')
  await openTask(page, 'Call mum').waitFor()
  await reloadWhenSaved(page)
  await openTask(page, 'Call mum').waitFor()
  expect(window.complaints).toEqual([])
})

test('the keyboard alone is enough', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.keyboard.press('q')
  for (const title of ['First', 'Second', 'Third']) {
    await page.keyboard.type(title)
    await page.keyboard.press('Enter')
  }
  await openTask(page, 'Third').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await openTask(page, 'Second').waitFor({ state: 'detached' })
  await page.keyboard.press('Backspace')
  await expect
    .poll(() => page.getByRole('list', { name: 'Open tasks' }).locator('[data-task]').count())
    .toBe(1)
  expect(window.complaints).toEqual([])
})

test('two windows of one person and a stranger: the person sees the same, the stranger nothing', async () => {
  await using ada = await openWindow(running)
  await signUp(ada.page)
  await addTask(ada.page, 'Water the plants')
  await using bob = await openWindow(running)
  await signUp(bob.page, 'Bob')
  await expect(bob.page.getByText('Water the plants').count()).resolves.toBe(0)

  const second = await ada.page.context().newPage()
  await second.goto('/inbox')
  await openTask(second, 'Water the plants').waitFor()
  const places = second.getByRole('navigation', { name: 'Places' })
  await places.getByRole('link', { name: 'Inbox 1 open' }).waitFor()
  await addTask(ada.page, 'Feed the cat')
  await places.getByRole('link', { name: 'Inbox 2 open' }).waitFor()
  expect([...ada.complaints, ...bob.complaints]).toEqual([])
})

test('a token from the app opens GraphiQL and curl', async () => {
  await using window = await openWindow(running, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const { page } = window
  await signUp(page)
  await page.getByRole('button', { name: 'Account: Ada' }).click()
  await page.getByRole('menuitem', { name: 'API' }).click()
  await page.getByRole('button', { name: 'Copy token' }).click()
  await page.getByText('Copied').first().waitFor()
  const token = await page.evaluate(() => navigator.clipboard.readText())
  expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)

  const answer = await fetch(`${running.product.apiUrl}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'mutation { createTask(input: { title: "From a program" }) { task { title list { isInbox } } } }',
    }),
  })
  expect(await answer.json()).toEqual({
    data: { createTask: { task: { title: 'From a program', list: { isInbox: true } } } },
  })

  const header = JSON.stringify({ Authorization: `Bearer ${token}` })
  await page.evaluate((text) => navigator.clipboard.writeText(text), header)
  const [graphiql] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Open GraphiQL' }).click(),
  ])
  await graphiql.getByRole('button', { name: 'Headers' }).click()
  await graphiql.getByRole('region', { name: 'Headers' }).locator('.view-lines').last().click()
  await graphiql.keyboard.press('ControlOrMeta+A')
  await graphiql.keyboard.press('ControlOrMeta+V')
  await graphiql.getByRole('button', { name: /Execute query/ }).click()
  await graphiql.locator('.result-window').getByText('From a program').waitFor()
  await page.reload()
  await openTask(page, 'From a program').waitFor()
})

test('a session that was ended elsewhere leads to the login page and back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const token = await readToken(page)
  const signOut = await page.request.post('/api/auth/sign-out', {
    headers: { origin: running.product.webUrl },
    data: {},
  })
  expect(signOut.status()).toBe(200)
  await expect.poll(() => statusOf(token), { timeout: 30_000, interval: 500 }).toBe(401)
  await useUntilSignedOut(page)
})

async function statusOf(token: string): Promise<number> {
  const response = await fetch(`${running.product.apiUrl}/graphql?query={me{id}}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return response.status
}
