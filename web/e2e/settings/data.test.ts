import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { addTask, openTask, problem, readToken, signUp } from '../support/steps.ts'

const running = shareProduct()

/** Presses a button that downloads something, and reads that. */
async function download(page: Page, button: string) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

async function chooseFile(page: Page, text: string): Promise<void> {
  const file = { name: 'tend.json', mimeType: 'application/json', buffer: Buffer.from(text) }
  await page.getByLabel('Files to import').setInputFiles(file)
}

/** Chooses a file, and imports what the preview shows. */
async function importFile(page: Page, text: string): Promise<void> {
  await chooseFile(page, text)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
}

test('what one account exports another one imports, and can take back', async () => {
  await using ada = await openWindow(running)
  await signUp(ada.page)
  for (const title of ['=1+1', 'Water the plants']) await addTask(ada.page, title)
  await ada.page.goto('/settings/data')
  const { name, text } = await download(ada.page, 'Export everything')
  expect(name).toMatch(/^tend-\d{4}-\d\d-\d\d\.json$/)
  await ada.page.getByText('Exported 2 tasks.').waitFor()
  const sheet = await download(ada.page, 'Export a spreadsheet')
  expect(sheet.name).toMatch(/\.csv$/)
  expect(sheet.text).toContain("Inbox,'=1+1,")

  await using bob = await openWindow(running)
  const { page } = bob
  await signUp(page, 'Bob')
  await page.goto('/settings/data')
  await importFile(page, text)
  await page.getByText('Added 2 tasks.').waitFor()
  await importFile(page, text)
  await page.getByText('Everything in this file is here already.').waitFor()
  await page.goto('/inbox')
  await openTask(page, 'Water the plants').waitFor()
  await page.goto('/settings/data')
  await addNothing(page, text)
  expect([...ada.complaints, ...bob.complaints]).toEqual([])
})

async function addNothing(page: Page, text: string): Promise<void> {
  const file = JSON.parse(text)
  const [task] = file.tasks
  task.id = crypto.randomUUID()
  task.title = 'Taken back'
  await importFile(page, JSON.stringify({ ...file, tasks: [task] }))
  await page.getByText('Added 1 task.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Undone. Everything is as it was before.').waitFor()
  await page.goto('/inbox')
  await openTask(page, 'Water the plants').waitFor()
  expect(await openTask(page, 'Taken back').count()).toBe(0)
}

test('an import takes over the profile when that is asked for', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.goto('/settings/data')
  const { text } = await download(page, 'Export everything')
  const file = JSON.parse(text)
  file.profile.name = 'Countess'
  await chooseFile(page, JSON.stringify(file))
  await page.getByLabel('Also import profile and preferences').check()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('Everything in this file is here already.').waitFor()
  await page.goto('/settings/profile')
  await page.getByLabel('Time zone').waitFor()
  expect(await page.getByLabel('Name').inputValue()).toBe('Countess')
  expect(window.complaints).toEqual([])
})

test('a file that can’t be imported is refused with what is wrong and where', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Stays')
  await page.goto('/settings/data')
  const { text } = await download(page, 'Export everything')
  const file = JSON.parse(text)
  file.tasks[0].title = ''
  await chooseFile(page, JSON.stringify(file))
  await problem(page).filter({ hasText: 'nothing was changed' }).waitFor()
  await page.getByText('tasks › 0 › title: The title is empty.').first().waitFor()
  await chooseFile(page, 'not a file of ours')
  await problem(page).filter({ hasText: 'doesn’t know this kind of file' }).waitFor()
})

test('an export that fails says so, and one under way can be cancelled', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.goto('/settings/data')
  await page.route('**/export.json', (route) => route.abort())
  await page.getByRole('button', { name: 'Export everything' }).click()
  await problem(page).filter({ hasText: 'can’t be reached' }).waitFor()

  await page.unroute('**/export.json')
  await page.route('**/export.json', () => {})
  await page.getByRole('button', { name: 'Export everything' }).click()
  await page.getByRole('progressbar').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Export everything' }).waitFor()
  expect(await problem(page).count()).toBe(0)
})

test('deleting the account asks for the word and the password, and then all is gone', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { email, password } = await signUp(page)
  await addTask(page, 'Soon gone')
  const token = await readToken(page)
  await page.goto('/settings/data')
  await page.getByRole('button', { name: 'Delete account…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' })
  const confirm = dialog.getByRole('button', { name: 'Delete account for good' })
  await confirm.click()
  await dialog.getByText('Type the word “delete”.').waitFor()
  await dialog.getByText('Enter your password.').waitFor()
  await dialog.getByLabel('Type “delete” to confirm').fill('delete')
  await dialog.getByLabel('Password').fill('not the password')
  expect(window.complaints).toEqual([])
  await confirm.click()
  await dialog.getByText('The password is wrong.').waitFor()
  window.complaints.length = 0

  await dialog.getByLabel('Password').fill(password)
  await confirm.click()
  await page.waitForURL('**/goodbye')
  await page.getByText('Your account is gone').waitFor()
  expect(window.complaints).toEqual([])
  await page.goto('/inbox')
  await page.waitForURL('**/login?next=**')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('The e-mail or the password is wrong.').waitFor()
  const ask = () =>
    fetch(`${running.product.apiUrl}/graphql?query={me{id}}`, {
      headers: { authorization: `Bearer ${token}` },
    })
  await expect.poll(async () => (await ask()).status, { timeout: 30_000 }).toBe(401)
})

test('who has a password can’t be deleted without it, nor from another site', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { password } = await signUp(page)
  const call = (origin: string, data: object) =>
    page.request.post('/api/auth/delete-user', { headers: { origin }, data })
  const { webUrl } = running.product
  const bare = await call(webUrl, {})
  expect([bare.status(), (await bare.json()).code]).toEqual([400, 'PASSWORD_REQUIRED'])
  expect((await call(webUrl, { password: 'wrong password' })).status()).toBe(400)
  expect((await call('https://evil.example', { password })).status()).toBe(403)
  await page.reload()
  await page.getByText('Your inbox is empty').waitFor()
})
