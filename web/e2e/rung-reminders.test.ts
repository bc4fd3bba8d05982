import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, askApi, signUp, undo } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()

const mark = (page: Page) =>
  page.getByRole('button', { name: /^(?:Reminder|\d+ reminders): / }).filter({ visible: true })
const list = (page: Page) => page.getByRole('dialog', { name: 'Reminders' })
const entry = (page: Page, title: string) =>
  list(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: title }) })

/** A task whose reminder rings at once, as if another device had set it. */
async function remind(page: Page, title: string): Promise<{ taskId: string; reminderId: string }> {
  const { createTask } = await askApi<{
    createTask: { task: { id: string; reminders: { id: string }[] } }
  }>(
    page,
    running.product.apiUrl,
    `mutation ($input: CreateTaskInput!) {
      createTask(input: $input) { task { id reminders { id } } }
    }`,
    { input: { title, dueOn: '2037-06-30', reminders: [{ minutesBefore: 0 }] } },
  )
  const { id: taskId, reminders } = createTask.task
  const reminderId = reminders[0]?.id ?? ''
  await askApi(
    page,
    running.product.apiUrl,
    'mutation ($input: SnoozeReminderInput!) { snoozeReminder(input: $input) { mutationId } }',
    { input: { taskId, reminderId, until: new Date().toISOString() } },
  )
  return { taskId, reminderId }
}

async function pressShowReminders(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('b')
}

test('a reminder that rings while the app is open is said, stays above the tasks, and is dealt with in the list', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Water the plants')
  await remind(page, 'Call the bank')
  await mark(page).waitFor()
  const said = page.getByRole('dialog').filter({ hasText: 'Reminder: “Call the bank”' })
  await said.waitFor()
  await remind(page, 'Feed the cat')
  await mark(page).filter({ hasText: '2 reminders: Feed the cat, Call the bank' }).waitFor()

  await mark(page).click()
  await entry(page, 'Call the bank').getByText('just now').waitFor()
  await entry(page, 'Feed the cat').getByRole('button', { name: 'Done: Feed the cat' }).click()
  await entry(page, 'Feed the cat').getByText('Completed').waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Done: Call the bank')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await entry(page, 'Call the bank')
    .getByText(/^Snoozed until /)
    .waitFor()
  await page.keyboard.press('Escape')
  await list(page).waitFor({ state: 'detached' })
  await mark(page).waitFor({ state: 'detached' })
  await undo(page, 'Snoozed “Call the bank”')
  await mark(page).filter({ hasText: 'Reminder: Call the bank' }).waitFor()
  expect(window.complaints).toEqual([])
})

test('what is dealt with on another device leaves this one, and nothing moves when something rings', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Water the plants')
  const row = page.locator('[data-task]').first()
  const before = await row.boundingBox()
  const { taskId, reminderId } = await remind(page, 'Call the bank')
  await mark(page).waitFor()
  expect(await row.boundingBox()).toEqual(before)
  await mark(page).click()
  await entry(page, 'Call the bank').waitFor()
  await askApi(
    page,
    running.product.apiUrl,
    'mutation ($input: DismissReminderInput!) { dismissReminder(input: $input) { mutationId } }',
    { input: { taskId, reminderId } },
  )
  await entry(page, 'Call the bank').getByText('No longer waiting').waitFor()
  await page.keyboard.press('Escape')
  await list(page).waitFor({ state: 'detached' })
  await expect(mark(page).count()).resolves.toBe(0)
  expect(window.complaints).toEqual([])
})

test('on a phone the bar counts what rang, its list has no violations, and a task opens from it', async () => {
  await using window = await openWindow(running, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  const { page } = window
  await signUp(page)
  await remind(page, 'Call the bank')
  await mark(page).filter({ hasText: '1' }).click()
  await entry(page, 'Call the bank').waitFor()
  expect(await listViolations(page)).toEqual([])
  await entry(page, 'Call the bank').getByRole('link', { name: 'Call the bank' }).click()
  await page.waitForURL('**/task/*')
  await list(page).waitFor({ state: 'detached' })
  await expect
    .poll(() => page.getByLabel('Title', { exact: true }).inputValue())
    .toBe('Call the bank')
  expect(window.complaints).toEqual([])
})

test('the list opens by keyboard, says when nothing rang, and gives the focus back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Water the plants')
  await page.locator('[data-task-title]').focus()
  await pressShowReminders(page)
  await list(page).getByText('Reminders that come wait here').waitFor()
  await list(page).getByText('To set one, open a task').waitFor()
  expect(await listViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await list(page).waitFor({ state: 'detached' })
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-task-title')))
    .toBe(true)
  expect(window.complaints).toEqual([])
})

test('a list that can’t be had says so, and tries again', async () => {
  await using window = await openWindow(running)
  const { page } = window
  let isAway = true
  await page.route(`${running.product.apiUrl}/graphql`, (route) =>
    isAway && route.request().postData()?.includes('RungReminders')
      ? route.abort()
      : route.continue(),
  )
  await signUp(page)
  await pressShowReminders(page)
  await list(page).getByRole('alert').getByText('can’t be shown right now').waitFor()
  isAway = false
  await list(page).getByRole('button', { name: 'Try again' }).click()
  await list(page).getByText('Reminders that come wait here').waitFor()
})
