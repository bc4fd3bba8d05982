import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { withoutFirstTasks } from './support/product.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, openTask, signUp } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

// States of loading and failure show only where the page comes without its tasks.
const running = shareProduct(withoutFirstTasks)

const fixed = ['inbox', 'today', 'upcoming', 'all', 'completed', 'trash'] as const
const nobodys = '01890a5d-ac96-774b-bcce-b302099a8057'

/** Cuts the API off, for whoever asks it from this page. */
function cutOff(page: Page) {
  return page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
}

test('every place says what it is for while it is empty, and what isn’t there is said to be gone', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  for (const place of fixed) {
    await page.goto(`/${place}`)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    expect(await page.getByRole('alert').filter({ hasText: /./ }).count(), place).toBe(0)
  }
  for (const kind of ['list', 'tag', 'view']) {
    await page.goto(`/${kind}/${nobodys}`)
    await page.getByText('There is nothing here').waitFor()
    expect(await listViolations(page), kind).toEqual([])
  }
  await page.goto(`/task/${nobodys}`)
  await page.getByText('This task isn’t here any more').waitFor()
  expect(await listViolations(page)).toEqual([])
  await page.goto('/search')
  await page.getByText('What are you looking for?').waitFor()
  await page.getByLabel('Search your tasks').fill('nothing')
  await page.getByText('No matches').waitFor()
  expect(window.complaints).toEqual([])
})

test('with the API out of reach every place says so, and shows its tasks once it is back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.getByRole('button', { name: 'New list' }).click()
  await page.getByLabel('Name of the new list').fill('Home')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
  await addTask(page, 'Still here')
  const list = page.url()
  await page.getByText('Saved', { exact: true }).filter({ visible: true }).waitFor()

  await cutOff(page)
  await page.reload()
  await page.getByText('This can’t be shown right now').waitFor()
  await page.getByText('Trouble reaching Tend').filter({ visible: true }).waitFor()
  expect(await listViolations(page)).toEqual([])
  for (const place of fixed) {
    await page.goto(`/${place}`)
    await page.getByText('Your tasks can’t be shown right now').waitFor()
  }
  await page.goto(list)
  await page.getByText('This can’t be shown right now').waitFor()
  await page.unroute(`${running.product.apiUrl}/**`)
  await openTask(page, 'Still here').waitFor()
})

test('a phone says that it is offline, and a place opened meanwhile loads by itself afterwards', async () => {
  await using window = await openWindow(running, { viewport: { width: 390, height: 844 } })
  const { page } = window
  await signUp(page)
  await addTask(page, 'Take a walk')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('dialog', { name: 'Menu' }).waitFor()
  await page.context().setOffline(true)
  await page.getByText('Offline', { exact: true }).filter({ visible: true }).waitFor()
  await page.getByRole('link', { name: 'All', exact: true }).click()
  await page.getByText('Your tasks can’t be shown right now').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('link', { name: 'Take a walk' }).waitFor()
})

test('a browser that calls its language by no known name shows its tasks like any other', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.addInitScript(() => {
    // What Chromium says under the POSIX locale.
    Object.defineProperty(navigator, 'language', { value: 'en-US@posix' })
    Object.defineProperty(navigator, 'languages', { value: ['en-US@posix'] })
  })
  await page.goto('/inbox')
  await page.getByLabel('Add a task').fill('Call the bank tomorrow')
  await page.getByLabel('Add a task').press('Enter')
  await openTask(page, /^Call the bank.*Tomorrow/).waitFor()
  await page.goto('/settings')
  await page.getByLabel('Weeks begin on').waitFor()
  expect(window.complaints).toEqual([])
})
