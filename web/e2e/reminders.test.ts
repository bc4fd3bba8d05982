import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, signUp } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()

const popup = (page: Page) => page.getByRole('dialog', { name: 'Reminders', exact: true })
const line = (page: Page) => page.locator('[data-task-field=reminders]')
const row = (page: Page) => page.locator('[data-task-title]', { hasText: 'Call the dentist' })

/** What somebody has decided about notifications. A headless browser has denied them, whatever it is told. */
async function decide(page: Page, decided: NotificationPermission): Promise<void> {
  await page.addInitScript((given) => {
    let permission = given
    Object.defineProperty(Notification, 'permission', { get: () => permission })
    Notification.requestPermission = async () => {
      document.body.setAttribute('asked-permission', '')
      permission = 'denied'
      return permission
    }
  }, decided)
}

async function quickAdd(page: Page, text: string): Promise<void> {
  await askApi(
    page,
    running.product.apiUrl,
    `mutation { quickAdd(input: { text: "${text}" }) { mutationId } }`,
  )
}

/** Signs somebody up who has this task, and opens it. */
async function start(page: Page, text: string): Promise<void> {
  await signUp(page)
  await quickAdd(page, text)
  await page.goto('/inbox')
  await row(page).click()
  await line(page).waitFor()
}

test('a task that is due is reminded of before, by words and by a click, and undo takes it back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await decide(page, 'granted')
  await start(page, 'Call the dentist tomorrow 3pm')
  await expect.poll(() => line(page).textContent()).toContain('Never')
  await line(page).click()
  await popup(page).getByRole('textbox').pressSequentially('half an hour')
  await popup(page).getByText('to be reminded: 30 minutes before').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => line(page).textContent()).toContain('30 minutes before')
  await popup(page).waitFor({ state: 'detached' })

  await line(page).click()
  await popup(page).getByRole('button', { name: '1 day before', exact: true }).click()
  await expect.poll(() => line(page).textContent()).toContain('30 minutes before, 1 day before')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => line(page).textContent()).not.toContain('1 day before')

  await line(page).click()
  await popup(page).getByRole('button', { name: 'Remove the reminder: 30 minutes before' }).click()
  await popup(page).getByRole('list').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await expect.poll(() => line(page).textContent()).toContain('Never')
  expect(window.complaints).toEqual([])
})

test('a task without a date is reminded of at a time of its own', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await decide(page, 'granted')
  await start(page, 'Call the dentist')
  await line(page).click()
  await popup(page).getByRole('textbox').pressSequentially('whenever')
  await popup(page).getByText('Not a time yet.').waitFor()
  await popup(page).getByRole('textbox').fill('tomorrow 6pm')
  await page.keyboard.press('Enter')
  await expect.poll(() => line(page).textContent()).toMatch(/Tomorrow (?:18:00|6:00 PM)/)
  await page.reload()
  await expect.poll(() => line(page).textContent()).toMatch(/Tomorrow (?:18:00|6:00 PM)/)
  expect(window.complaints).toEqual([])
})

test('several tasks are reminded of at once by the keyboard, from the menu of what is selected', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await decide(page, 'granted')
  await signUp(page)
  for (const text of ['Call the dentist tomorrow 3pm', 'Call the plumber tomorrow 4pm'])
    await quickAdd(page, text)
  await page.goto('/inbox')
  await row(page).focus()
  await page.keyboard.press('Control+a')
  await page.getByText('2 selected').first().waitFor()
  await page.keyboard.press('b')
  await popup(page).getByRole('button', { name: '1 hour before', exact: true }).click()
  await page.getByText('2 tasks: Reminds: 1 hour before').first().waitFor()
  await row(page).click()
  await expect.poll(() => line(page).textContent()).toContain('1 hour before')
  expect(window.complaints).toEqual([])
})

const question = (page: Page) =>
  popup(page).getByRole('group', { name: 'Notify this device too?', exact: true })
const rowFocus = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-task]') !== null)

test('the first reminder offers notifications, the browser asks only after a click, and why not is said', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await decide(page, 'default')
  await signUp(page)
  await quickAdd(page, 'Call the dentist tomorrow 3pm')
  await row(page).waitFor()
  await row(page).focus()
  await page.keyboard.press('b')
  await popup(page).getByRole('button', { name: '1 hour before', exact: true }).click()
  await question(page).waitFor()
  expect(await listViolations(page)).toEqual([])
  const wasAsked = () => page.locator('body[asked-permission]').count()
  expect(await wasAsked()).toBe(0)
  await question(page).getByRole('button', { name: 'Turn on' }).click()
  await popup(page).getByText('This browser blocks notifications from Tend.').waitFor()
  expect(await wasAsked()).toBe(1)
  await popup(page).getByRole('button', { name: 'OK' }).click()
  await popup(page).waitFor({ state: 'detached' })
  await expect.poll(() => rowFocus(page)).toBe(true)
  expect(window.complaints).toEqual([])
})

test('who doesn’t want notifications now isn’t asked again on this device', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await decide(page, 'default')
  await signUp(page)
  await quickAdd(page, 'Call the dentist tomorrow 3pm')
  await row(page).waitFor()
  for (const preset of ['1 hour before', '1 day before']) {
    await row(page).focus()
    await page.keyboard.press('b')
    await popup(page).getByRole('button', { name: preset, exact: true }).click()
    if (preset === '1 hour before')
      await question(page).getByRole('button', { name: 'Not now' }).click()
    await popup(page).waitFor({ state: 'detached' })
    await expect.poll(() => rowFocus(page)).toBe(true)
  }
  expect(await page.locator('body[asked-permission]').count()).toBe(0)
  expect(window.complaints).toEqual([])
})

test('where notifications are blocked, the first reminder says once what works instead', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await start(page, 'Call the dentist tomorrow 3pm')
  await line(page).click()
  await popup(page).getByRole('button', { name: '1 hour before', exact: true }).click()
  await popup(page).getByText('reminders come by e-mail and show up in Tend').waitFor()
  await page.keyboard.press('Escape')
  await popup(page).waitFor({ state: 'detached' })
  await line(page).click()
  await popup(page).getByRole('button', { name: '1 day before', exact: true }).click()
  await popup(page).waitFor({ state: 'detached' })
  expect(window.complaints).toEqual([])
})

test('a row shows by a bell when its task rings next', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await decide(page, 'granted')
  await signUp(page)
  await quickAdd(page, 'Call the dentist tomorrow 3pm')
  await row(page).waitFor()
  const bell = row(page).getByRole('img', { name: /^Reminder / })
  await expect(bell.count()).resolves.toBe(0)
  await row(page).focus()
  await page.keyboard.press('b')
  await popup(page).getByRole('button', { name: '1 hour before', exact: true }).click()
  await row(page).getByRole('img', { name: 'Reminder Tomorrow 14:00' }).waitFor()
  await page.reload()
  await row(page).getByRole('img', { name: 'Reminder Tomorrow 14:00' }).waitFor()
  expect(window.complaints).toEqual([])
})
