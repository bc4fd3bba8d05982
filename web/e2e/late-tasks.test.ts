import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { withoutFirstTasks } from './support/product.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, openTask, signUp } from './support/steps.ts'
import { noteOperations } from './support/watching.ts'

// Where the web server can't put the first tasks into the page, the app asks for them.
const running = shareProduct(withoutFirstTasks)
const soon = { timeout: 30_000 }

/** A window of somebody new who has added one task. */
async function openWithTask(title: string) {
  const window = await openWindow(running)
  await signUp(window.page)
  await addTask(window.page, title)
  return window
}

test('a page without its first tasks asks for each thing once, the cursor before the rest', async () => {
  await using window = await openWithTask('Asked for')
  const { page } = window
  const asked = noteOperations(page)
  await page.reload()
  await openTask(page, 'Asked for').waitFor()
  await expect.poll(() => asked, soon).toContain('LiveChanges')
  expect(asked[0]).toBe('SyncCursor')
  for (const name of ['SyncCursor', 'Shell', 'TaskPage'])
    expect(asked.filter((one) => one === name)).toEqual([name])
  expect(window.complaints).toEqual([])
})

test('tasks are said to be out of reach when no answer comes, and come when it does', async () => {
  await using window = await openWithTask('Out of reach')
  const { page } = window
  let isAnswering = false
  await page.route('**/graphql', async (route) => {
    const isPage = route.request().postData()?.includes('"operationName":"TaskPage"')
    if (!isPage || isAnswering) await route.continue()
  })
  await page.goto('/inbox')
  await page.getByText('Your tasks can’t be shown right now').waitFor(soon)
  isAnswering = true
  await page.getByRole('button', { name: 'Try again' }).click()
  await openTask(page, 'Out of reach').waitFor()
})

test('a web server that gives no token says so after a while, and the app goes on once it does', async () => {
  await using window = await openWithTask('Behind the token')
  const { page } = window
  let isAnswering = false
  await page.route('**/api/auth/token?*', (route) => (isAnswering ? route.continue() : undefined))
  await page.goto('/inbox')
  await page.getByText('Your tasks can’t be shown right now').waitFor(soon)
  isAnswering = true
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click()
  await openTask(page, 'Behind the token').waitFor(soon)
})
