import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, choosePlaceAction, openTask, problem, signUp, undo } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()
const soon = { timeout: 20_000 }

/** A place of the sidebar, as the link that leads there. */
function placeLink(page: Page, name: string) {
  return page
    .getByRole('navigation', { name: 'Places', exact: true })
    .getByRole('link', { name: new RegExp(`^${name}( \\d+ open)?$`) })
}

/** Makes a list or a tag in its dialog, as somebody without a mouse does. */
async function create(page: Page, kind: 'list' | 'tag', name: string): Promise<void> {
  await page.getByRole('button', { name: `New ${kind}` }).press('Enter')
  await page.getByLabel(`Name of the new ${kind}`).fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

test('a list is made, edited, moved, archived and brought back, and a second window follows', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await create(page, 'list', 'Home')
  await create(page, 'list', 'Work')
  const second = await page.context().newPage()
  await second.goto('/inbox')
  await placeLink(second, 'Work').waitFor()

  await choosePlaceAction(page, 'Edit')
  await page.getByLabel('Name of “Work”').fill('Office')
  await page.getByLabel('Blue').check()
  await page.getByLabel('Icon').fill('no emoji')
  await page.getByText('An icon is one emoji').waitFor()
  await page.getByRole('button', { name: '💼' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Office' }).waitFor()
  await placeLink(second, 'Office').waitFor()
  await placeLink(second, 'Office').getByText('💼').waitFor()

  await choosePlaceAction(page, 'Move up')
  await expect.poll(() => listNames(second), soon).toEqual(['Office', 'Home'])
  await page.reload()
  await placeLink(page, 'Office').waitFor()
  expect(await listNames(page)).toEqual(['Office', 'Home'])

  await addTask(page, 'Send the letter')
  await choosePlaceAction(page, 'Archive')
  await page.waitForURL('**/inbox')
  await page.getByRole('button', { name: 'Archived lists' }).click()
  await placeLink(page, 'Office').click()
  await page.getByText('This list is archived').waitFor()
  await openTask(page, 'Send the letter').waitFor()
  await page.getByRole('button', { name: 'Unarchive' }).click()
  await page.getByText('This list is archived').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Archived lists' }).waitFor({ state: 'detached' })
  await expect.poll(() => listNames(second), soon).toEqual(['Office', 'Home'])
  expect(window.complaints).toEqual([])
})

test('a deleted list is found in the trash and restored with its tasks', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await create(page, 'list', 'Garden')
  await addTask(page, 'Plant the bulbs')
  const address = page.url()
  await choosePlaceAction(page, 'Delete')
  await page.waitForURL('**/inbox')
  await placeLink(page, 'Garden').waitFor({ state: 'detached' })
  await page.goto(address)
  await page.getByRole('link', { name: 'trash', exact: true }).click()
  await page.getByRole('button', { name: 'Restore “Garden” with its tasks' }).click()
  await placeLink(page, 'Garden').click()
  await openTask(page, 'Plant the bulbs').waitFor()

  await choosePlaceAction(page, 'Delete')
  await undo(page, 'Deleted “Garden”')
  await placeLink(page, 'Garden').click()
  await openTask(page, 'Plant the bulbs').waitFor()
  expect(window.complaints).toEqual([])
})

test('a tag is made, renamed, merged and deleted, on its tasks too, and comes back with Undo', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await create(page, 'tag', 'errand')
  await page.getByLabel('Add a task').fill('Fetch the parcel')
  await page.getByLabel('Add a task').press('Enter')
  await page.getByText('Added “Fetch the parcel”').waitFor()
  await create(page, 'tag', 'out')

  await create(page, 'list', 'Home')
  await placeLink(page, 'errand').click()
  await choosePlaceAction(page, 'Edit')
  await page.getByLabel('Name of “errand”').fill('OUT')
  await page.keyboard.press('Enter')
  await expect(
    problem(page).or(page.getByText('There is already a tag')).first().innerText(),
  ).resolves.toContain('There is already a tag called “out”')
  expect(await page.getByLabel('Name of “errand”').inputValue()).toBe('OUT')
  await page.keyboard.press('Escape')

  await choosePlaceAction(page, 'Merge into…')
  await page.getByRole('combobox', { name: 'Merge into…' }).fill('ou')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'out' }).waitFor()
  await page.getByRole('link', { name: /Fetch the parcel/ }).waitFor()
  await placeLink(page, 'errand').waitFor({ state: 'detached' })
  await undo(page, '“errand” is “out” now')
  await placeLink(page, 'errand').click()
  await page.getByRole('link', { name: /Fetch the parcel/ }).waitFor()

  await choosePlaceAction(page, 'Delete')
  await page.waitForURL('**/inbox')
  await page.getByRole('link', { name: /Fetch the parcel/ }).waitFor()
  await page.getByText('@errand').waitFor({ state: 'detached' })
  await undo(page, 'Deleted the tag')
  await page.getByText('@errand').waitFor()
  expect(window.complaints).toEqual([])
})

test('a refused name stays in the dialog with the reason', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.getByRole('button', { name: 'New list' }).click()
  await page.getByLabel('Name of the new list').fill('x'.repeat(101))
  await page.keyboard.press('Enter')
  await page.getByText(/100/).waitFor()
  await page.getByLabel('Name of the new list').fill('Lost and found')
  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await page.keyboard.press('Enter')
  await page.getByText('Tend can’t be reached right now').waitFor()
  expect(await page.getByLabel('Name of the new list').inputValue()).toBe('Lost and found')
  await page.unroute(`${running.product.apiUrl}/**`)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Lost and found' }).waitFor()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on a phone’s sheet and dialogs, ${colorScheme}`, async () => {
    const viewport = { width: 390, height: 844 }
    await using window = await openWindow(running, { colorScheme, viewport })
    const { page } = window
    await signUp(page)
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('dialog', { name: 'Menu' }).waitFor()
    expect(await listViolations(page), 'places').toEqual([])
    await page.getByRole('button', { name: 'New tag' }).click()
    await page.getByLabel('Name of the new tag').waitFor()
    expect(await listViolations(page), 'tag dialog').toEqual([])
    await page.getByLabel('Name of the new tag').fill('phone')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'phone' }).waitFor()
    expect(window.complaints).toEqual([])
  })

async function listNames(page: Page): Promise<string[]> {
  const section = page.getByRole('region').or(page.locator('section'))
  const lists = section.filter({ has: page.getByRole('button', { name: 'Lists', exact: true }) })
  return lists.locator('li a span[dir]').allInnerTexts()
}
