import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { chooseOption, problem, signIn, signUp } from '../support/steps.ts'
import { listViolations } from '../support/violations.ts'

const running = shareProduct()

async function openProfile(page: Page) {
  const account = await signUp(page)
  await page.goto('/settings/profile')
  await page.getByLabel('Time zone').waitFor()
  return account
}

const zones = (page: Page) => page.getByRole('listbox').getByRole('option')

/** By the keyboard alone: what is typed finds it, Enter takes it. */
async function chooseZone(page: Page, query: string): Promise<void> {
  await page.getByLabel('Time zone').focus()
  await page.keyboard.type(query)
  await zones(page).first().waitFor()
  await page.keyboard.press('Enter')
  await zones(page).first().waitFor({ state: 'detached' })
}

const select = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })
const saved = (page: Page) => page.getByText('Saved', { exact: true })

test('every field saves itself, and is the same after reloading', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openProfile(page)
  await page.getByLabel('Name').fill('  Ada King ')
  await page.getByLabel('Name').press('Enter')
  await expect.poll(() => saved(page).count()).toBe(1)
  await chooseZone(page, 'lisb')
  await chooseOption(select(page, 'Weeks begin on'), 'Sunday')
  await chooseOption(select(page, 'Dates'), 'Dec 31, 2026')
  await chooseOption(select(page, 'Times'), /^2:30.PM$/)
  await expect.poll(() => saved(page).count()).toBe(5)

  await page.reload()
  await page.getByLabel('Time zone').waitFor()
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ada King')
  for (const [label, value] of [
    ['Weeks begin on', /^Sunday$/],
    ['Dates', /^Dec 31, 2026$/],
    ['Times', /^2:30.PM$/],
  ] as const)
    expect(await select(page, label).innerText(), label).toMatch(value)
  expect(await page.getByLabel('Time zone').inputValue()).toMatch(/^Lisbon \(UTC\+[01]\)$/)
  await page.goto('/inbox')
  await page.getByRole('button', { name: 'Account: Ada King' }).waitFor()
  expect(window.complaints).toEqual([])
})

test('a name that won’t do is refused beside the field and kept, and Esc brings the old one back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openProfile(page)
  const name = page.getByLabel('Name')
  await name.fill('x'.repeat(101))
  await name.press('Enter')
  await page.getByText('The name has 101 characters, and the limit is 100.').waitFor()
  await name.and(page.locator('[aria-invalid=true]')).waitFor()
  expect(await name.inputValue()).toHaveLength(101)
  await name.press('Escape')
  expect(await name.inputValue()).toBe('Ada')
  await page.reload()
  await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Ada')
  expect(window.complaints).toEqual([])
})

test('what can’t be saved stays as it was chosen, with the reason beside it', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openProfile(page)
  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await chooseOption(select(page, 'Times'), /^2:30.PM$/)
  await page.getByLabel('Name').fill('Augusta')
  await page.getByLabel('Name').press('Enter')
  await expect.poll(() => page.getByText('Tend can’t be reached right now.').count()).toBe(2)
  expect(await select(page, 'Times').innerText()).toMatch(/^2:30.PM$/)
  expect(await page.getByLabel('Name').inputValue()).toBe('Augusta')

  await page.unroute(`${running.product.apiUrl}/**`)
  await page.getByLabel('Name').fill('Augusta King')
  await page.getByLabel('Name').press('Enter')
  await chooseOption(select(page, 'Times'), '14:30')
  await expect.poll(() => saved(page).count()).toBe(2)
})

test('a picture is cut to a small square, shown in the app, and gives way to initials again', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openProfile(page)
  const file = { name: 'me.png', mimeType: 'image/png', buffer: await page.screenshot() }
  await page.getByLabel('Picture file').setInputFiles(file)
  await page.getByRole('button', { name: 'Change picture' }).waitFor()
  await saved(page).waitFor()
  await page.goto('/inbox')
  const picture = page.getByRole('button', { name: 'Account: Ada' }).locator('img')
  const size = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    return [image.naturalWidth, image.naturalHeight, image.src.length <= 65_536]
  })
  expect(size).toEqual([256, 256, true])

  await page.goto('/settings/profile')
  await page.getByRole('button', { name: 'Remove' }).click()
  await saved(page).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Choose a picture' }).waitFor()
  expect(await page.locator('main img').count()).toBe(0)
  expect(window.complaints).toEqual([])
})

test.each([
  ['notes.txt', 'text/plain', 'not a picture'],
  ['logo.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
  ['broken.png', 'image/png', '\x89PNG\r\n\x1a\n'],
])('%s is refused as a picture with words', async (name, mimeType, text) => {
  await using window = await openWindow(running)
  const { page } = window
  await openProfile(page)
  const file = { name, mimeType, buffer: Buffer.from(text, 'latin1') }
  await page.getByLabel('Picture file').setInputFiles(file)
  await problem(page).filter({ hasText: 'can’t be read as a picture' }).waitFor()
  expect(window.complaints).toEqual([])
})

test('the theme holds on this device, and a new one arrives in the account’s', async () => {
  await using window = await openWindow(running, { colorScheme: 'light' })
  const { page } = window
  const account = await openProfile(page)
  await page.getByRole('radio', { name: 'Dark' }).check()
  await saved(page).waitFor()
  expect(await readTheme(page)).toBe('dark')

  await using other = await openWindow(running, { colorScheme: 'light' })
  await signIn(other.page, account)
  expect(await readTheme(other.page)).toBe('dark')
  await other.page.goto('/settings/profile')
  await other.page.getByRole('radio', { name: 'Light' }).check()
  await saved(other.page).waitFor()
  await page.reload()
  expect(await readTheme(page), 'the first device goes on as it was').toBe('dark')
  expect([...window.complaints, ...other.complaints]).toEqual([])
})

/** The theme that the server wrote into the page, before any script ran. */
async function readTheme(page: Page) {
  const html = await (await page.request.get(page.url())).text()
  return /<html[^>]* data-theme="(\w+)"/.exec(html)?.[1]
}

test('where the device is in another zone than the account, its zone is offered until it is declined', async () => {
  await using window = await openWindow(running, { timezoneId: 'Pacific/Auckland' })
  const { page } = window
  await openProfile(page)
  const zone = page.getByRole('combobox', { name: 'Time zone' })
  // Signing up has set the browser's zone.
  expect(await zone.inputValue()).toMatch(/^Auckland/)
  expect(await page.getByText('This device is in').count()).toBe(0)
  await chooseZone(page, 'lisb')
  await page.getByText('This device is in Auckland, your account in Lisbon.').waitFor()
  await page.getByRole('button', { name: 'Use Auckland' }).click()
  await page.getByText('This device is in').waitFor({ state: 'detached' })
  expect(await zone.inputValue()).toMatch(/^Auckland/)
  await expect.poll(() => saved(page).count()).toBe(1)
  await chooseZone(page, 'lisb')
  await expect.poll(() => saved(page).count()).toBe(1)
  await page.getByRole('button', { name: 'Keep Lisbon' }).click()
  await page.getByText('This device is in').waitFor({ state: 'detached' })
  await page.reload()
  await zone.waitFor()
  expect(await zone.inputValue()).toMatch(/^Lisbon/)
  expect(await page.getByText('This device is in').count()).toBe(0)
  expect(window.complaints).toEqual([])
})

test('a zone is found by its place, its offset and its old name, and leaving changes nothing', async () => {
  await using window = await openWindow(running, { timezoneId: 'Asia/Calcutta' })
  const { page } = window
  await openProfile(page)
  const zone = page.getByRole('combobox', { name: 'Time zone' })
  expect(await zone.inputValue()).toBe('Kolkata (UTC+5:30)')
  expect(await page.getByText('This device is in').count()).toBe(0)
  await zone.focus()
  for (const [query, found] of [
    ['calc', 'Kolkata UTC+5:30'],
    ['utc+5:45', 'Kathmandu UTC+5:45'],
    ['kyiv', /^Kyiv/],
  ] as const) {
    await zone.fill(query)
    await expect.poll(() => zones(page).count()).toBe(1)
    await page.getByRole('listbox').getByRole('option', { name: found }).waitFor()
  }
  await zone.fill('nowhere at all')
  await page.getByText('No matches').waitFor()
  // While it is open the rest of the page is hidden from screen readers, its label too.
  const problems = await listViolations(page)
  expect(problems.filter((problem) => problem.startsWith('label:'))).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect.poll(() => zone.inputValue()).toBe('Kolkata (UTC+5:30)')
  expect(window.complaints).toEqual([])
})
