import { createHmac, randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import {
  type ReceivedEvent,
  startWebhookReceiver,
  type WebhookReceiver,
} from '../../../server/test/support/webhook-receiver.ts'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { askApi, problem, signUp } from '../support/steps.ts'
import { listViolations } from '../support/violations.ts'

let receiver: WebhookReceiver
const running = shareProduct(async () => {
  receiver = await startWebhookReceiver()
  return { WEBHOOK_ORIGINS: receiver.origin }
})
afterAll(() => receiver?.[Symbol.asyncDispose]())

const patiently = { timeout: 30_000 }

const ask = <Data>(page: Page, query: string, input: object) =>
  askApi<Data>(page, running.product.apiUrl, query, { input })

const createTask = (page: Page, title: string) =>
  ask(page, 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { mutationId } }', {
    title,
  })

async function createWebhook(page: Page, path: string, description = ''): Promise<string> {
  type Created = { createWebhook: { webhook: { id: string } } }
  const { createWebhook } = await ask<Created>(
    page,
    'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }',
    { url: `${receiver.origin}${path}`, description },
  )
  return createWebhook.webhook.id
}

/** A path that nothing was sent to before, also when a test runs again. */
const newPath = () => `/${randomUUID()}`
const received = (path: string) => receiver.received.filter((event) => event.path === path)

/** Whether one of an event's signatures was made with a secret. */
function isSignedWith(secret: string, { id, headers, text }: ReceivedEvent): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${id}.${headers['webhook-timestamp']}.${text}`
  const signature = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  return String(headers['webhook-signature']).split(' ').includes(signature)
}

const shownSecret = (page: Page) => page.getByRole('textbox', { name: 'Secret', exact: true })
const deliveries = (page: Page) => page.getByRole('list', { name: 'Deliveries' })
const focused = (page: Page) =>
  page.evaluate(() =>
    document.activeElement === document.body ? 'nothing' : document.activeElement?.textContent,
  )

test('a webhook is created by keyboard, its secret is shown once and signs a test that arrives', async () => {
  await using window = await openWindow(running, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const { page } = window
  await signUp(page)
  await page.goto('/settings/webhooks')
  await page.getByText('No webhooks yet').waitFor()
  const docs = page.getByRole('link', { name: 'How to receive them' })
  expect(await docs.getAttribute('href')).toBe(`${running.product.apiUrl}/docs/webhooks`)
  await page.getByRole('button', { name: 'New webhook' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('input[type="url"]:focus').waitFor()
  const path = newPath()
  await page.keyboard.type(`${receiver.origin}${path}`)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Home server')
  await page.keyboard.press('Enter')
  await page.locator('input[readonly]:focus').waitFor()
  const secret = await shownSecret(page).inputValue()
  expect(secret).toMatch(/^whsec_/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Copied').first().waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await focused(page)).toBe('New webhook')

  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Home server')
  await page.getByText('No changes sent yet').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/settings/webhooks/*')
  await page.getByRole('heading', { name: 'Home server' }).waitFor()
  expect(await focused(page)).toBe('All webhooks')
  expect(await page.content()).not.toContain(secret)
  expect(
    await page.getByRole('link', { name: 'Webhooks', exact: true }).getAttribute('aria-current'),
  ).toBe('page')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Send test')
  await page.keyboard.press('Enter')
  await page.getByText('The test was delivered.').waitFor()
  await deliveries(page).getByText('Delivered', { exact: true }).waitFor()
  await deliveries(page)
    .getByText(/^Test, /)
    .waitFor()
  const [event] = received(path)
  expect(event?.body.type).toBe('test')
  expect(event && isSignedWith(secret, event)).toBe(true)
  expect(window.complaints).toEqual([])
})

test('a receiver that fails shows why, and the event is sent again, alone and with what came after', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const path = newPath()
  const id = await createWebhook(page, path, 'Home server')
  receiver.answer(path, (_event, response) => response.writeHead(500).end('The disk is full.'))
  await createTask(page, 'Feed the cat')
  await expect.poll(() => received(path).length, patiently).toBeGreaterThan(0)
  await page.goto('/settings/webhooks')
  await page.getByText(/^Failed .*: your server answered 500/).waitFor()
  await page.getByRole('link', { name: 'Home server' }).click()
  await page.getByText(/^Failed .*: your server answered 500/).waitFor()
  const newest = deliveries(page).getByRole('listitem').first()
  await newest.getByText('Failed: your server answered 500').waitFor()
  await newest.getByText('The disk is full.').waitFor()

  receiver.answer(path, (_event, response) => response.writeHead(204).end())
  await newest.getByRole('button', { name: 'Send again', exact: true }).click()
  await page.getByText('The event was delivered.').waitFor()
  await deliveries(page)
    .getByText(/^Sent again, /)
    .waitFor()
  const [event] = receiver.accepted(path)
  expect(event?.body.data.changes).toMatchObject([{ entity: 'TASK', op: 'CREATE' }])

  const times = () => receiver.accepted(path).filter(({ id }) => id === event?.id).length
  // Has it tried again at once what it would try later.
  await ask(
    page,
    'mutation ($input: UpdateWebhookInput!) { updateWebhook(input: $input) { mutationId } }',
    { id, url: `${receiver.origin}${path}` },
  )
  await expect.poll(times, patiently).toBe(2)
  await deliveries(page).getByText('The disk is full.').first().waitFor()
  await deliveries(page).getByRole('button', { name: 'Send again from here' }).first().click()
  await expect.poll(times, patiently).toBe(3)
  expect(window.complaints).toEqual([])
})

test('a new secret signs beside the former one, and a webhook is edited, stopped, started and deleted', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const path = newPath()
  const id = await createWebhook(page, path)
  const url = `${receiver.origin}${path}`
  await page.goto(`/settings/webhooks/${id}`)
  await page.getByRole('heading', { name: url }).waitFor()
  await page.getByRole('button', { name: 'New secret…' }).click()
  await page.getByRole('button', { name: 'Create new secret' }).click()
  const secret = await shownSecret(page).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText(/^The former secret signs, too, until .*\d\.$/).waitFor()
  await page.getByRole('button', { name: 'Send test' }).click()
  await page.getByText('The test was delivered.').waitFor()
  const [event] = received(path)
  expect(event && isSignedWith(secret, event)).toBe(true)
  expect(String(event?.headers['webhook-signature']).split(' ')).toHaveLength(2)

  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Home server')
  for (const name of ['Tags on tasks', 'Lists', 'Tags', 'Views', 'Deleted for good'])
    await page.getByLabel(name, { exact: true }).uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog', { name: 'Edit webhook' }).waitFor({ state: 'detached' })
  await page.getByText('Tasks, when created or changed').waitFor()
  await page.getByRole('button', { name: 'Edit' }).click()
  expect(await page.getByLabel('Views', { exact: true }).isChecked()).toBe(false)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Edit webhook' }).waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter')
  await page.getByText('Stopped by you, just now').waitFor()
  expect(await focused(page)).toBe('Start')
  await createTask(page, 'Meanwhile')
  await page.getByRole('link', { name: 'All webhooks' }).click()
  await page.getByRole('list', { name: 'Webhooks' }).getByText('Stopped', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Home server' }).click()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByText(/^Last delivered/).waitFor()
  expect(received(path).map(({ body }) => body.type)).toEqual(['test', 'mutation'])

  await page.getByRole('button', { name: 'Delete webhook…' }).click()
  await page.getByText('This can’t be undone').waitFor()
  await expect.poll(() => focused(page), patiently).toBe('Cancel')
  await page.keyboard.press('Enter')
  await page.getByText('This can’t be undone').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Delete webhook…' }).click()
  await page.getByRole('button', { name: 'Delete webhook', exact: true }).press('Enter')
  await page.getByText('Deleted “Home server”.').waitFor()
  await page.getByText('No webhooks yet').waitFor()
  await expect.poll(() => focused(page), patiently).toBe('New webhook')
  await page.goto(`/settings/webhooks/${id}`)
  await page.getByText('This webhook isn’t here').waitFor()
  expect(window.complaints).toEqual([])
})

test('what is wrong is said at its field, and nothing that was typed is lost', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.goto('/settings/webhooks')
  await page.getByRole('button', { name: 'New webhook' }).click()
  const url = page.getByLabel('URL', { exact: true })
  const create = () => page.getByRole('button', { name: 'Create webhook' }).click()
  await create()
  await page.getByText('Enter the URL that your server listens at.').waitFor()
  await page.getByLabel('Name', { exact: true }).fill('Home server')
  await page.getByLabel('Views', { exact: true }).uncheck()
  for (const [wrong, words] of [
    ['example.com/tend', 'The url isn’t complete.'],
    ['http://example.com/tend', 'The url must begin with https://.'],
    ['https://192.168.1.20/tend', 'The url leads to no public address.'],
  ] as const) {
    await url.fill(wrong)
    await create()
    await page.getByText(words).waitFor()
    expect(await url.getAttribute('aria-invalid')).toBe('true')
    expect(await url.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await url.inputValue()).toBe(wrong)
  }
  for (const name of ['Created', 'Changed', 'Deleted for good'])
    await page.getByLabel(name, { exact: true }).uncheck()
  await create()
  await page.getByText('Choose at least one.').waitFor()
  await page.getByLabel('Created', { exact: true }).check()
  await url.fill(`${receiver.origin}/wrong`)
  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await create()
  await problem(page).getByText('Tend can’t be reached').waitFor()
  await page.unroute(`${running.product.apiUrl}/**`)
  for (let made = 0; made < 10; made += 1) await createWebhook(page, newPath())
  await create()
  await problem(page).getByText(/10/).waitFor()
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Home server')
  expect(await page.getByLabel('Views', { exact: true }).isChecked()).toBe(false)
})

test('when the API can’t be reached, that is said, and trying again helps', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const id = await createWebhook(page, newPath(), 'Home server')
  for (const [path, words, then] of [
    ['', 'Your webhooks can’t be shown right now', 'New webhook'],
    [`/${id}`, 'This webhook can’t be shown right now', 'Send test'],
  ] as const) {
    await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
    await page.goto(`/settings/webhooks${path}`)
    await page.getByText(words).waitFor()
    await page.unroute(`${running.product.apiUrl}/**`)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: then }).waitFor()
  }
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const [device, viewport] of Object.entries({
    desktop: { width: 1280, height: 800 },
    phone: { width: 390, height: 844 },
  })) {
    test(`axe finds nothing on the webhooks’ pages and their dialogs, ${colorScheme}, ${device}`, async () => {
      await using window = await openWindow(running, { colorScheme, viewport })
      const { page } = window
      await signUp(page)
      const path = newPath()
      receiver.answer(path, (_event, response) => response.writeHead(500).end('The disk is full.'))
      await page.goto('/settings/webhooks')
      await page.getByText('No webhooks yet').waitFor()
      expect(await listViolations(page), 'empty').toEqual([])
      await page.getByRole('button', { name: 'New webhook' }).click()
      await page.getByLabel('URL', { exact: true }).fill('nowhere')
      await page.getByRole('button', { name: 'Create webhook' }).click()
      await page.getByText('The url isn’t complete.').waitFor()
      expect(await listViolations(page), 'form').toEqual([])
      await page.getByLabel('URL', { exact: true }).fill(`${receiver.origin}${path}`)
      await page.getByLabel('Name', { exact: true }).fill('Home server')
      await page.getByRole('button', { name: 'Create webhook' }).click()
      await page.getByRole('button', { name: 'Copy secret' }).waitFor()
      expect(await listViolations(page), 'made').toEqual([])
      await page.getByRole('button', { name: 'Done' }).click()
      await page.getByRole('link', { name: 'Home server' }).waitFor()
      expect(await listViolations(page), 'list').toEqual([])
      await createTask(page, 'Feed the cat')
      await expect.poll(() => received(path).length, patiently).toBeGreaterThan(0)
      await page.getByRole('link', { name: 'Home server' }).click()
      await page.getByRole('button', { name: 'Refresh' }).click()
      await page.getByText('The disk is full.').first().waitFor()
      expect(await listViolations(page), 'one').toEqual([])
      await page.getByRole('button', { name: 'Delete webhook…' }).click()
      await page.getByRole('button', { name: 'Cancel' }).waitFor()
      expect(await listViolations(page), 'delete').toEqual([])
      expect(window.complaints).toEqual([])
    })
  }
