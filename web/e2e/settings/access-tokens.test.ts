import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { addTask, openTask, problem, signUp } from '../support/steps.ts'
import { listViolations } from '../support/violations.ts'

const running = shareProduct()

/** Makes a token in the settings, and gives it as it is shown there. */
async function makeToken(page: Page, name: string, scopes: readonly string[]): Promise<string> {
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  for (const scope of scopes) await page.getByLabel(scope).check()
  await page.getByRole('button', { name: 'Create token' }).click()
  const shown = page.getByLabel('Access token', { exact: true })
  const token = await shown.inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  await shown.waitFor({ state: 'detached' })
  return token
}

async function ask(token: string, query: string) {
  const response = await fetch(`${running.product.apiUrl}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const { data, errors } = (await response.json()) as {
    data: unknown
    errors?: { extensions: { code: string } }[]
  }
  return { status: response.status, data, code: errors?.[0]?.extensions.code }
}

const patiently = { timeout: 30_000 }

const readTasks = '{ tasks { nodes { title } } }'
const writeTask = 'mutation { createTask(input: { title: "From a program" }) { mutationId } }'
const readAccount = '{ me { name } }'

test('a token is made, does what it may and nothing else, is revoked, and opens nothing any more', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Water the plants')
  await page.goto('/settings/tokens')
  await page.getByText('No access tokens yet').waitFor()

  const reads = await makeToken(page, 'Reader', ['Read your tasks'])
  const writes = await makeToken(page, 'Writer', ['Change your tasks'])
  const knows = await makeToken(page, 'Name tag', ['See your name and e-mail'])
  for (const token of [reads, writes, knows]) expect(token).toMatch(/^tend_pat_[0-9A-Za-z]{49}$/)

  expect(await ask(reads, readTasks)).toMatchObject({
    data: { tasks: { nodes: [{ title: 'Water the plants' }] } },
  })
  expect((await ask(reads, writeTask)).code).toBe('FORBIDDEN')
  expect((await ask(reads, readAccount)).code).toBe('FORBIDDEN')
  expect(await ask(writes, writeTask)).toMatchObject({
    data: { createTask: { mutationId: expect.any(String) } },
  })
  expect((await ask(writes, readTasks)).code).toBe('FORBIDDEN')
  expect(await ask(knows, readAccount)).toMatchObject({ data: { me: { name: 'Ada' } } })
  expect((await ask(knows, readTasks)).code).toBe('FORBIDDEN')

  await page.reload()
  const tokens = page.getByRole('list', { name: 'Access tokens' })
  await expect.poll(() => tokens.getByText(/^Last used/).count(), patiently).toBe(3)
  expect(await page.content()).not.toContain(reads)

  await page.getByRole('button', { name: 'Revoke “Reader”' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('button', { name: 'Revoke “Reader”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click()
  await page.getByText('Revoked “Reader”.').waitFor()
  await expect.poll(() => tokens.getByText('Reader').count(), patiently).toBe(0)
  const status = async () => (await ask(reads, readTasks)).status
  await expect.poll(status, { timeout: 10_000, interval: 200 }).toBe(401)
  expect((await ask(knows, readAccount)).status).toBe(200)

  await page.goto('/inbox')
  await openTask(page, 'From a program').waitFor()
  expect(window.complaints).toEqual([])
})

test('a token is copied from where it is shown', async () => {
  await using window = await openWindow(running, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const { page } = window
  await signUp(page)
  await page.goto('/settings/tokens')
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Backup script')
  await page.getByLabel('Name', { exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Copy token' }).click()
  await page.getByText('Copied').first().waitFor()
  const token = await page.evaluate(() => navigator.clipboard.readText())
  expect((await ask(token, readTasks)).status).toBe(200)
  await page.keyboard.press('Escape')
  await page.getByRole('list', { name: 'Access tokens' }).getByText('Never used').waitFor()
  // A token that was shown once is not shown again.
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByRole('heading', { name: 'New token' }).waitFor()
  expect(window.complaints).toEqual([])
})

test('what is missing is said beside the field, and what was typed stays when it can’t be sent', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.goto('/settings/tokens')
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByLabel('Read your tasks').uncheck()
  await page.getByRole('button', { name: 'Create token' }).click()
  await page.getByText('The token name is empty').waitFor()
  await page.getByText('Choose at least one.').waitFor()

  await page.getByLabel('Name', { exact: true }).fill('Backup script')
  await page.getByLabel('Read your tasks').check()
  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await page.getByRole('button', { name: 'Create token' }).click()
  await problem(page).getByText('Tend can’t be reached').waitFor()
  await page.unroute(`${running.product.apiUrl}/**`)
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Backup script')
  await page.getByRole('button', { name: 'Create token' }).click()
  await page.getByLabel('Access token', { exact: true }).waitFor()
})

test('the API’s dialog leads to the tokens', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.getByRole('button', { name: 'Account: Ada' }).click()
  await page.getByRole('menuitem', { name: 'API' }).click()
  await page.getByRole('link', { name: 'create an access token' }).click()
  await page.waitForURL('**/settings/tokens')
  await page.getByText('No access tokens yet').waitFor()
  expect(window.complaints).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const [device, viewport] of Object.entries({
    desktop: { width: 1280, height: 800 },
    phone: { width: 390, height: 844 },
  })) {
    test(`axe finds nothing on the tokens’ page and its dialogs, ${colorScheme}, ${device}`, async () => {
      await using window = await openWindow(running, { colorScheme, viewport })
      const { page } = window
      await signUp(page)
      await page.goto('/settings/tokens')
      await page.getByText('No access tokens yet').waitFor()
      expect(await listViolations(page), 'empty').toEqual([])
      await page.getByRole('button', { name: 'New token' }).click()
      await page.getByLabel('Name', { exact: true }).fill('Backup script')
      expect(await listViolations(page), 'form').toEqual([])
      await page.getByRole('button', { name: 'Create token' }).click()
      await page.getByRole('button', { name: 'Copy token' }).waitFor()
      expect(await listViolations(page), 'made').toEqual([])
      await page.getByRole('button', { name: 'Done' }).click()
      await page.getByRole('button', { name: 'Revoke “Backup script”' }).click()
      await page.getByRole('button', { name: 'Keep it' }).waitFor()
      expect(await listViolations(page), 'revoke').toEqual([])
      await page.getByRole('button', { name: 'Keep it' }).click()
      expect(await listViolations(page), 'list').toEqual([])
      expect(window.complaints).toEqual([])
    })
  }
