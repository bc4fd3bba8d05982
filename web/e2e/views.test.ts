import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, chooseOption, choosePlaceAction, readToken, signUp } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()
const soon = { timeout: 20_000 }

const dialog = (page: Page) => page.getByRole('dialog', { name: /view$/ })
const condition = (page: Page, label: string) =>
  dialog(page).getByRole('group', { name: `Condition: ${label}`, exact: true })
const shown = (page: Page, view: string) =>
  page.getByRole('list', { name: view }).locator('[data-task-title] > span:first-child')

/** Asks the API as the person of this window. */
async function ask(page: Page, query: string): Promise<void> {
  const answer = await fetch(`${running.product.apiUrl}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await readToken(page)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query }),
  })
  expect(await answer.json()).not.toHaveProperty('errors')
}

/** Somebody with four tasks of all priorities, created through the API. */
async function signUpWithTasks(page: Page): Promise<void> {
  await signUp(page)
  for (const [title, priority] of [
    ['Pay rent', 'URGENT'],
    ['Water plants', 'NONE'],
    ['Call mum', 'HIGH'],
    ['Read', 'LOW'],
  ]) {
    await ask(
      page,
      `mutation { createTask(input: { title: "${title}", priority: ${priority} }) { mutationId } }`,
    )
  }
  await page.getByRole('link', { name: 'Read' }).waitFor()
}

/** Opens the dialog for a new view by keyboard, through the palette. */
async function startView(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByLabel('Find a place or an action').fill('new view')
  await page.getByRole('option', { name: 'New view', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByLabel('Name of the new view').waitFor()
  await page.keyboard.type(name)
}

test('a view is built line by line with its count, shown grouped and sorted, and kept', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUpWithTasks(page)
  await startView(page, 'Important')
  await dialog(page).getByText('4 tasks match').waitFor()

  await dialog(page).getByRole('button', { name: 'Condition', exact: true }).click()
  await condition(page, 'Priority').getByRole('button', { name: 'Urgent' }).click()
  await dialog(page).getByText('1 task matches').waitFor()
  await condition(page, 'Priority').getByRole('button', { name: 'High' }).click()
  await dialog(page).getByText('2 tasks match').waitFor()
  await dialog(page).getByText('Tasks that are open and have urgent or high priority.').waitFor()
  await chooseOption(condition(page, 'Priority').getByLabel('Whether it is so'), 'is none of')
  await dialog(page).getByText('Tasks that are open and don’t have').waitFor()
  await chooseOption(condition(page, 'Priority').getByLabel('Whether it is so'), 'is one of')
  await dialog(page).getByRole('button', { name: 'Condition', exact: true }).click()
  await chooseOption(condition(page, 'Priority').last().getByLabel('What it is about'), 'List')
  await dialog(page).getByRole('button', { name: 'Choose lists: none chosen' }).click()
  await page.getByRole('option', { name: 'Inbox' }).click()
  await page.keyboard.press('Escape')
  await dialog(page).getByText('and are in “Inbox”').waitFor()
  await dialog(page).getByText('2 tasks match').waitFor()
  await chooseOption(dialog(page).getByLabel('Sorted by'), 'Title')
  await chooseOption(dialog(page).getByLabel('Grouped by'), 'Priority')
  await dialog(page).getByRole('button', { name: 'Create view' }).click()

  await page.getByRole('heading', { level: 1, name: 'Important' }).waitFor()
  // While the dialog closes, its sentence is on the page a second time.
  await dialog(page).waitFor({ state: 'detached' })
  const headings = page.getByRole('list', { name: 'Important' }).getByRole('heading')
  await expect.poll(() => headings.allInnerTexts(), soon).toEqual(['Urgent', 'High'])
  expect(await shown(page, 'Important').allInnerTexts()).toEqual(['Pay rent', 'Call mum'])
  const sentence = 'Tasks that are open, have urgent or high priority and are in “Inbox”.'
  await page.getByText(sentence).waitFor()
  await page.reload()
  await expect.poll(() => shown(page, 'Important').count(), soon).toBe(2)
  expect(window.complaints).toEqual([])
})

test('a view is edited, duplicated, moved and deleted with Undo, and a second window follows', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUpWithTasks(page)
  await startView(page, 'Everything')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Everything' }).waitFor()
  const second = await page.context().newPage()
  await second.goto(page.url())
  await expect.poll(() => shown(second, 'Everything').count(), soon).toBe(4)

  await choosePlaceAction(page, 'Edit')
  await dialog(page).getByRole('button', { name: 'Condition', exact: true }).click()
  await chooseOption(condition(page, 'Priority').getByLabel('What it is about'), 'Title')
  await condition(page, 'Title').getByLabel('Words').fill('RE')
  await dialog(page).getByText('2 tasks match').waitFor()
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => shown(page, 'Everything').count(), soon).toBe(2)
  await expect.poll(() => shown(second, 'Everything').count(), soon).toBe(2)

  await choosePlaceAction(page, 'Duplicate')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Everything copy' }).waitFor()
  await expect.poll(() => shown(page, 'Everything copy').count(), soon).toBe(2)
  await choosePlaceAction(page, 'Move up')
  await expect.poll(() => viewNames(second), soon).toEqual(['Everything copy', 'Everything'])

  await choosePlaceAction(page, 'Delete')
  await page.waitForURL('**/inbox')
  await expect.poll(() => viewNames(second), soon).toEqual(['Everything'])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => viewNames(page), soon).toEqual(['Everything copy', 'Everything'])
  expect(window.complaints).toEqual([])
})

test('what a program put into a filter is shown and kept, and what is refused stays to be mended', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUpWithTasks(page)
  await ask(
    page,
    'mutation { createSavedView(input: { name: "From a program", orderBy: [{ field: START }], filter: { startOn: { null: true }, priority: { gte: LOW } } }) { mutationId } }',
  )
  await page.getByRole('link', { name: 'From a program' }).click()
  await expect.poll(() => shown(page, 'From a program').count(), soon).toBe(3)
  await choosePlaceAction(page, 'Edit')
  await dialog(page).getByText('{"startOn":{"null":true}}').waitFor()
  expect(await dialog(page).getByLabel('Sorted by').innerText()).toBe('An order of its own')
  await dialog(page).getByRole('button', { name: 'Condition', exact: true }).click()
  await condition(page, 'Priority').getByRole('button', { name: 'Urgent' }).click()
  await dialog(page).getByText('1 task matches').waitFor()

  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await dialog(page).getByText('Tend can’t be reached right now').first().waitFor()
  await page.unroute(`${running.product.apiUrl}/**`)
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await dialog(page).waitFor({ state: 'detached' })
  await expect.poll(() => shown(page, 'From a program').count(), soon).toBe(1)
  await page.reload()
  await choosePlaceAction(page, 'Edit')
  await dialog(page).getByText('{"startOn":{"null":true}}').waitFor()
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const [device, viewport] of Object.entries({
    desktop: { width: 1280, height: 800 },
    phone: { width: 390, height: 844 },
  })) {
    test(`axe finds nothing on the builder, ${colorScheme}, ${device}`, async () => {
      await using window = await openWindow(running, { colorScheme, viewport })
      const { page } = window
      await signUp(page)
      await addTask(page, 'Ring the dentist')
      await startView(page, 'Complete')
      await dialog(page).getByRole('button', { name: 'Group', exact: true }).click()
      await dialog(page).getByRole('button', { name: 'Condition', exact: true }).last().click()
      const added = condition(page, 'Priority').last()
      await chooseOption(added.getByLabel('What it is about'), 'Tags')
      await dialog(page).getByText('1 task matches').waitFor()
      expect(await listViolations(page), 'builder').toEqual([])
      const { scrollWidth, clientWidth } = await dialog(page).evaluate((element) => ({
        scrollWidth: element.scrollWidth,
        clientWidth: element.clientWidth,
      }))
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
      await page.keyboard.press('Escape')
      await dialog(page).waitFor({ state: 'detached' })
      expect(window.complaints).toEqual([])
    })
  }

async function viewNames(page: Page): Promise<string[]> {
  const views = page
    .locator('section')
    .filter({ has: page.getByRole('button', { name: 'Views', exact: true }) })
  return views.locator('li a span[dir]').allInnerTexts()
}
