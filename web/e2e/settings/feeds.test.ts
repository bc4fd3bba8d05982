import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { askApi, problem, signUp } from '../support/steps.ts'
import { listViolations } from '../support/violations.ts'

const running = shareProduct()

const patiently = { timeout: 30_000 }

/** Creates what the settings' dialog offers, and gives the address as it is shown there. */
async function createAddress(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Create address' }).click()
  const address = await page.getByLabel('Calendar address', { exact: true }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return address
}

const ask = <Data>(page: Page, query: string, variables: object) =>
  askApi<Data>(page, running.product.apiUrl, query, variables)

const createTask = (page: Page, input: object) =>
  ask(page, 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { mutationId } }', {
    input,
  })

async function readTitles(address: string): Promise<(string | undefined)[]> {
  const text = await (await fetch(address)).text()
  return [...text.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, title]) => title).sort()
}

test('an address is made in the settings, shows what has a day, is copied, and is revoked', async () => {
  await using window = await openWindow(running, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const { page } = window
  await signUp(page)
  await createTask(page, { title: 'Ring the dentist', dueOn: '2027-01-05' })
  await createTask(page, { title: 'Some day' })
  await page.goto('/settings/data')
  await page.getByText('No calendar addresses yet.').waitFor()
  await page.getByRole('button', { name: 'New calendar address' }).click()
  await page.getByRole('button', { name: 'Create address' }).click()
  await page.getByRole('button', { name: 'Copy address' }).click()
  await page.getByText('Copied').first().waitFor()
  const address = await page.evaluate(() => navigator.clipboard.readText())
  expect(address).toMatch(/\/feeds\/tend_feed_\w{49}\.ics$/)
  const link = page.getByRole('link', { name: 'Open in calendar app' })
  expect(await link.getAttribute('href')).toBe(address.replace('http:', 'webcal:'))
  expect(await readTitles(address)).toEqual(['Ring the dentist'])
  await page.getByRole('button', { name: 'Done' }).click()

  const addresses = page.getByRole('list', { name: 'Calendar addresses' })
  await addresses.getByText('Everything with a day').waitFor()
  await page.reload()
  await expect.poll(() => addresses.getByText(/^Last read/).count(), patiently).toBe(1)
  expect(await page.content()).not.toContain(address)

  await page.getByRole('button', { name: 'Revoke “Everything with a day”' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('button', { name: 'Revoke “Everything with a day”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click()
  await page.getByText('Revoked “Everything with a day”.').waitFor()
  await page.getByText('No calendar addresses yet.').waitFor()
  expect((await fetch(address)).status).toBe(404)
  expect(window.complaints).toEqual([])
})

test('a view’s menu leads to a calendar address for it', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await createTask(page, { title: 'Urgent one', dueOn: '2027-01-05', priority: 'URGENT' })
  await createTask(page, { title: 'Other', dueOn: '2027-01-05' })
  type Created = { createSavedView: { savedView: { id: string } } }
  const { createSavedView } = await ask<Created>(
    page,
    'mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { savedView { id } } }',
    { input: { name: 'Pressing', filter: { priority: { eq: 'URGENT' } } } },
  )
  const { id } = createSavedView.savedView
  await page.goto(`/view/${id}`)
  await page.getByRole('button', { name: 'Actions for “Pressing”' }).last().click()
  await page.getByRole('menuitem', { name: 'Calendar address…' }).click()
  await page.waitForURL(`**/settings/data?view=${id}`)
  await page.getByRole('dialog').getByText('Pressing').waitFor()
  const address = await createAddress(page)
  expect(await readTitles(address)).toEqual(['Urgent one'])
  const addresses = page.getByRole('list', { name: 'Calendar addresses' })
  await addresses.getByText('Pressing').waitFor()
  await ask(page, 'mutation ($id: ID!) { deleteSavedView(input: { id: $id }) { mutationId } }', {
    id,
  })
  await page.reload()
  await addresses.getByText('The view isn’t here any more').waitFor()
  expect(window.complaints).toEqual([])
})

test('when the API can’t be reached, that is said, and trying again helps', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.goto('/settings/profile')
  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await page.getByRole('link', { name: 'Data' }).click()
  await page.getByText('Your calendar addresses can’t be shown right now.').waitFor()
  await page.unroute(`${running.product.apiUrl}/**`)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('No calendar addresses yet.').waitFor()

  await page.getByRole('button', { name: 'New calendar address' }).click()
  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await page.getByRole('button', { name: 'Create address' }).click()
  await problem(page).getByText('Tend can’t be reached').waitFor()
  await page.unroute(`${running.product.apiUrl}/**`)
  expect(await createAddress(page)).toContain('/feeds/')
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const [device, viewport] of Object.entries({
    desktop: { width: 1280, height: 800 },
    phone: { width: 390, height: 844 },
  })) {
    test(`axe finds nothing on calendar addresses and their dialogs, ${colorScheme}, ${device}`, async () => {
      await using window = await openWindow(running, { colorScheme, viewport })
      const { page } = window
      await signUp(page)
      await page.goto('/settings/data')
      await page.getByRole('button', { name: 'New calendar address' }).click()
      await page.getByRole('button', { name: 'Create address' }).waitFor()
      expect(await listViolations(page), 'new').toEqual([])
      await page.getByRole('button', { name: 'Create address' }).click()
      await page.getByLabel('Calendar address', { exact: true }).waitFor()
      expect(await listViolations(page), 'made').toEqual([])
      await page.getByRole('button', { name: 'Done' }).click()
      await page.getByRole('button', { name: /^Revoke/ }).click()
      await page.getByRole('button', { name: 'Keep it' }).waitFor()
      expect(await listViolations(page), 'revoke').toEqual([])
    })
  }
