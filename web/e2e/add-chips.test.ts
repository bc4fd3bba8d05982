import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, signUp } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

async function start(page: Page): Promise<void> {
  await signUp(page)
  const ask = (mutation: string) => askApi(page, running.product.apiUrl, mutation)
  await ask('mutation { createList(input: { name: "Side project" }) { mutationId } }')
  await ask('mutation { createTag(input: { name: "garden" }) { mutationId } }')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Add a task' })
const chip = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('on a phone, what is chosen for a new task is written into its line', async () => {
  await using window = await openWindow(running, phone)
  const { page } = window
  await start(page)
  expect(await page.locator('[data-chips]:visible').count()).toBe(0)
  await page.getByRole('button', { name: 'Add', exact: true }).tap()
  await page.keyboard.type('Water the plants')
  await chip(page, 'Date').tap()
  await page
    .getByRole('dialog', { name: 'Due date' })
    .getByRole('button', { name: 'Today', exact: true })
    .tap()
  await expect.poll(() => field(page).inputValue()).toBe('Water the plants Today ')
  // The line has the focus again, at its end.
  await page.keyboard.type('please ')
  await chip(page, 'List').tap()
  await page.getByRole('option', { name: 'Side project' }).tap()
  await chip(page, 'Tags').tap()
  await page.getByRole('option', { name: 'garden' }).tap()
  await page.keyboard.press('Escape')
  await chip(page, 'Priority').tap()
  await page.getByRole('button', { name: 'High' }).tap()
  await expect
    .poll(() => field(page).inputValue())
    .toBe('Water the plants Today please #"Side project" @garden !high ')
  // Another choice takes the place of the first.
  await chip(page, 'Date').tap()
  await page.getByRole('button', { name: 'Tomorrow', exact: true }).tap()
  await expect
    .poll(() => field(page).inputValue())
    .toBe('Water the plants Tomorrow please #"Side project" @garden !high ')
  await page.getByRole('button', { name: /^Tomorrow: turn back/ }).waitFor()
  expect(await listViolations(page)).toEqual([])
  const { scrollWidth } = await page.evaluate(() => document.documentElement)
  expect(scrollWidth ?? 0).toBeLessThanOrEqual(390)
  await field(page).press('Enter')
  const list = async () => {
    const { tasks } = await askApi<{ tasks: { nodes: object[] } }>(
      page,
      running.product.apiUrl,
      '{ tasks { nodes { title priority list { name } tags { name } } } }',
    )
    return tasks.nodes
  }
  await expect.poll(list, { timeout: 20_000, interval: 500 }).toEqual([
    {
      title: 'Water the plants please',
      priority: 'HIGH',
      list: { name: 'Side project' },
      tags: [{ name: 'garden' }],
    },
  ])
  expect(window.complaints).toEqual([])
})

test('the same in the field over another place, and nothing of it with a mouse', async () => {
  await using window = await openWindow(running, phone)
  await start(window.page)
  await window.page.goto('/completed')
  await window.page.getByRole('heading', { level: 1, name: 'Completed' }).waitFor()
  await window.page.getByRole('button', { name: 'Add', exact: true }).tap()
  await chip(window.page, 'Date').tap()
  await window.page.getByRole('button', { name: 'Tomorrow', exact: true }).tap()
  await expect.poll(() => field(window.page).inputValue()).toBe('Tomorrow ')
  await window.page.keyboard.type('call')
  expect(await field(window.page).inputValue()).toBe('Tomorrow call')
  expect(window.complaints).toEqual([])

  await using desk = await openWindow(running)
  await start(desk.page)
  await field(desk.page).focus()
  await desk.page.keyboard.type('Water tomorrow')
  await desk.page.getByRole('button', { name: /^Tomorrow: turn back/ }).waitFor()
  expect(await desk.page.locator('[data-chips]').count()).toBe(0)
})
