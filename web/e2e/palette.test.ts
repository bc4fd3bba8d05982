import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, openTask, signUp } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()
const soon = { timeout: 20_000 }

const field = (page: Page) => page.getByLabel('Find a place or an action')

/** Opens the palette, types, and waits until the first command is the wanted one. */
async function find(page: Page, text: string, command: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await field(page).waitFor()
  await page.keyboard.type(text)
  await expect.poll(() => highlighted(page), soon).toContain(command)
}

async function highlighted(page: Page): Promise<string> {
  return (await page.locator('[role="option"][data-highlighted]').allInnerTexts()).join()
}

test('places are reached by a few letters, and what was used last comes first', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await find(page, 'upcmng', 'Upcoming')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/upcoming')
  await field(page).waitFor({ state: 'detached' })

  await page.reload()
  await page.getByRole('heading', { name: 'Upcoming' }).waitFor()
  await find(page, '', 'Upcoming')
  await page.getByRole('group', { name: 'Recent' }).waitFor()
  expect(await highlighted(page)).toContain('G\nU')
  await page.keyboard.press('Escape')
  await field(page).waitFor({ state: 'detached' })

  await find(page, 'settings: sess', 'Settings: Sessions')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/settings/sessions')
  expect(window.complaints).toEqual([])
})

test('commands are about the task in focus, which keeps the focus', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Water the plants')
  await page.keyboard.press('ArrowDown')

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('group', { name: '“Water the plants”' }).waitFor()
  await page.keyboard.press('ControlOrMeta+k')
  await field(page).waitFor({ state: 'detached' })
  await find(page, 'urgent', 'Urgent')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Complete “Water the plants”, urgent' }).waitFor()
  await expect
    .poll(() => openTask(page, /Water/).evaluate((link) => link === document.activeElement), soon)
    .toBe(true)

  await find(page, 'due', 'Due date')
  await page.keyboard.press('Enter')
  await page.getByLabel('Due date in words').waitFor()
  await page.keyboard.press('Escape')
  await page.getByLabel('Due date in words').waitFor({ state: 'detached' })
  await find(page, 'complete or', 'Complete or reopen')
  await page.keyboard.press('Enter')
  await openTask(page, /Water/).waitFor({ state: 'detached' })
  await find(page, 'undo', 'Undo')
  await page.keyboard.press('Enter')
  await openTask(page, /Water/).waitFor()
  expect(window.complaints).toEqual([])
})

test('a list is made, edited and archived without leaving the keys', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await find(page, 'new list', 'New list')
  await page.keyboard.press('Enter')
  await page.getByLabel('Name of the new list').waitFor()
  await page.keyboard.type('Garden')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Garden' }).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await find(page, 'edit this', 'Edit this list')
  await page.keyboard.press('Enter')
  await page.getByLabel('Name of “Garden”').fill('Allotment')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Allotment' }).waitFor()
  // The new name shows at once; the dialog closes once the API has it.
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await find(page, 'archive', 'Archive this list')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/inbox')
  await page.getByText('Archived “Allotment”').waitFor()
  expect(window.complaints).toEqual([])
})

test('a task is found by one character that is a word, and by an emoji', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'お茶を買う')
  await addTask(page, 'Party 🎉')
  await find(page, '茶', 'お茶を買う')
  await page.keyboard.press('Escape')
  await field(page).waitFor({ state: 'detached' })
  await find(page, '🎉', 'Party 🎉')
  expect(window.complaints).toEqual([])
})

test('tasks are found by their words, and what nothing is called by leads to the search', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Ring the dentist')
  await page.keyboard.press('ControlOrMeta+k')
  await field(page).fill('dentist')
  await page.getByRole('option', { name: 'Ring the dentist' }).click()
  await page.waitForURL('**/task/*')
  await page.getByLabel('Title', { exact: true }).waitFor()

  await page.keyboard.press('ControlOrMeta+k')
  await field(page).fill('zzzz')
  await page.getByText('No matches').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search?q=zzzz')
  await page.getByRole('heading', { name: 'No matches' }).waitFor()
  expect(window.complaints).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const [device, viewport] of Object.entries({
    desktop: { width: 1280, height: 800 },
    phone: { width: 390, height: 844 },
  })) {
    test(`axe finds nothing on the palette, ${colorScheme}, ${device}`, async () => {
      await using window = await openWindow(running, { colorScheme, viewport })
      const { page } = window
      await signUp(page)
      await page.getByRole('button', { name: 'Commands' }).filter({ visible: true }).click()
      await field(page).waitFor()
      expect(await listViolations(page), 'everything').toEqual([])
      await field(page).fill('theme')
      await page.getByRole('option', { name: 'Theme: light' }).waitFor()
      expect(await listViolations(page), 'a query').toEqual([])
      expect(window.complaints).toEqual([])
    })
  }
