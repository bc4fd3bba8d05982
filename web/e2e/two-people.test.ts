import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, type Window } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, listTitles, openTask, readTitles, signIn, signUpByForm } from './support/steps.ts'

const running = shareProduct()

const secret = 'Buy a ring for Bea'

/** Another tab of a window's browser. */
async function openTab({ page }: Window): Promise<Page> {
  const tab = await page.context().newPage()
  tab.setDefaultTimeout(30_000)
  return tab
}

/** Cuts a tab off from the messages of the others, as if it slept. */
async function cutOff(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Account: ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL('**/login**')
}

function account(page: Page, name: string) {
  return page.getByRole('button', { name: `Account: ${name}` })
}

/** Opens the field for a new task over a place that has none, where what is typed is kept. */
async function openField(page: Page) {
  await page.goto('/trash')
  await page.getByRole('heading', { name: 'Trash' }).waitFor()
  await page.keyboard.press('q')
  const field = page.getByRole('dialog').getByRole('textbox')
  await field.waitFor()
  return field
}

test('when somebody else signs in, all tabs go on as that person, and nothing is left of the first', async () => {
  await using window = await openWindow(running)
  const first = window.page
  await signUpByForm(first, 'Ada')
  await addTask(first, secret)
  const second = await openTab(window)
  await second.goto('/login')
  // As if the sign-in page was open already, or the cookie was deleted.
  await window.page.context().clearCookies()
  await second.goto('/login')
  await first.getByLabel('Add a task').fill(`${secret}, the blue one`)
  await signUpByForm(second, 'Bea')
  await account(first, 'Bea').waitFor()
  await first.getByText('Your inbox is empty').waitFor()
  expect(await first.getByLabel('Add a task').inputValue()).toBe('')
  expect(await first.content()).not.toContain(secret)
  await addTask(first, 'Mine')
  await openTask(second, 'Mine').waitFor()
  expect(await listTitles(second, running.product.apiUrl)).toEqual(['Mine'])
  expect(window.complaints).toEqual([])
})

test('signing out leaves the app in all tabs', async () => {
  await using window = await openWindow(running)
  await signUpByForm(window.page, 'Ada')
  const second = await openTab(window)
  await second.goto('/settings/profile')
  await second.getByRole('heading', { name: 'Profile', level: 1 }).waitFor()
  await signOut(window.page, 'Ada')
  await second.waitForURL('**/login**')
})

test('a tab that missed it sends nothing of the first person’s as the second', async () => {
  await using window = await openWindow(running)
  const first = window.page
  await cutOff(first)
  const ada = await signUpByForm(first, 'Ada')
  await addTask(first, 'Mine')
  const field = await first.getByLabel('Add a task').elementHandle()
  const second = await openTab(window)
  await second.goto('/inbox')
  // The first tab learns of the change only once the second person is there.
  const { promise: isBea, resolve: go } = Promise.withResolvers<void>()
  let isWaiting = false
  await first.route('**/api/auth/token?*', async (route) => {
    isWaiting = true
    await isBea
    await route.continue()
  })
  await signOut(second, 'Ada')
  await second.goto('/signup')
  await signUpByForm(second, 'Bea')
  // Whatever the API still takes by the first one's token is the first one's; the rest waits.
  const write = async () => {
    await field?.fill(secret, { timeout: 2_000 })
    await field?.press('Enter', { timeout: 2_000 })
  }
  await expect
    .poll(() => write().then(() => isWaiting), { timeout: 40_000, interval: 300 })
    .toBe(true)
  await write()
  go()
  await account(first, 'Bea').waitFor()
  await first.getByText('Your inbox is empty').waitFor()
  expect(await first.getByLabel('Add a task').inputValue()).toBe('')
  expect(await listTitles(second, running.product.apiUrl)).toEqual([])
  await signOut(second, 'Bea')
  await signIn(second, ada)
  await expect.poll(() => readTitles(second)).toContain('Mine')
})

test('what one person was typing when the session ended is kept for that person alone', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const ada = await signUpByForm(page, 'Ada')
  await (await openField(page)).fill(secret)
  await page.context().clearCookies()
  await page.goto('/signup')
  await signUpByForm(page, 'Bea')
  const field = await openField(page)
  expect(await field.inputValue()).toBe('')
  await field.fill('A party for Ada')
  await page.context().clearCookies()
  await signIn(page, ada)
  await account(page, 'Ada').waitFor()
  expect(await (await openField(page)).inputValue()).toBe(secret)
  await page.keyboard.press('Escape')
  await signOut(page, 'Ada')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('party')
})

test('the settings of one person do nothing to the account of the next', async () => {
  await using window = await openWindow(running)
  const first = window.page
  await cutOff(first)
  await signUpByForm(first, 'Ada')
  await first.goto('/settings/data')
  await first.getByRole('button', { name: 'Delete account…' }).click()
  await first.getByLabel('Type “delete”').fill('delete')
  const second = await openTab(window)
  await second.goto('/inbox')
  await signOut(second, 'Ada')
  await second.goto('/signup')
  const bea = await signUpByForm(second, 'Bea')
  await first.getByLabel('Password').fill(bea.password)
  await first.getByRole('button', { name: 'Delete account for good' }).click()
  await account(first, 'Bea').waitFor()
  await second.reload()
  await account(second, 'Bea').waitFor()
})
