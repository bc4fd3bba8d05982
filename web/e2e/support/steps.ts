import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

let people = 0

export type Account = { email: string; password: string }

/**
 * Signs a new person up with the request that the form sends, and opens their inbox. The form itself
 * takes seconds; tests that are about it use `signUpByForm`.
 */
export async function signUp(page: Page, name = 'Ada'): Promise<Account> {
  const account = makeAccount(name)
  const timeZone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  const answer = await page.request.post('/api/auth/sign-up/email', {
    data: { name, ...account, timeZone },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  await page.goto('/inbox')
  await waitForFirstInbox(page)
  return account
}

/** Signs a new person up through the form and waits for their inbox. */
export async function signUpByForm(page: Page, name = 'Ada'): Promise<Account> {
  const account = makeAccount(name)
  await page.goto('/signup')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(account.email)
  await page.getByLabel('Password').fill(account.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL('**/inbox')
  await waitForFirstInbox(page)
  return account
}

function makeAccount(name: string): Account {
  people += 1
  const email = `${name.toLowerCase()}.${Date.now()}.${people}@example.com`
  return { email, password: 'correct horse battery' }
}

async function waitForFirstInbox(page: Page): Promise<void> {
  await page.getByText('Your inbox is empty').waitFor()
  // A newcomer's focus is in the field for a task; tests begin with the app's shortcuts.
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.press('Escape')
}

/** Signs somebody in who has an account, and waits for their inbox. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/inbox')
}

export async function addTask(page: Page, title: string): Promise<void> {
  await page.getByLabel('Add a task').fill(title)
  await page.getByLabel('Add a task').press('Enter')
  await openTask(page, title).waitFor()
  // It is there before the API has it.
  await page.getByText(`Added “${title}”`).waitFor()
}

/** Reloads the page once the API has every change; a message tells of a change before that. */
export async function reloadWhenSaved(page: Page): Promise<void> {
  await page.getByText('Saved', { exact: true }).filter({ visible: true }).waitFor()
  await page.reload()
}

/** An open task as the link that opens it; its name is its title and then its details. */
export function openTask(page: Page, title: string | RegExp) {
  return page
    .getByRole('list', { name: 'Open tasks' })
    .getByRole('link', { name: title, exact: true })
}

/**
 * Uses the app until it finds that nobody is signed in any more: the API checks only every few seconds
 * whether a session is alive.
 */
export async function useUntilSignedOut(page: Page): Promise<void> {
  async function isSignedOut(): Promise<boolean> {
    if (page.url().includes('/login')) return true
    await page.getByLabel('Add a task').fill('Too late', { timeout: 1_000 })
    await page.getByLabel('Add a task').press('Enter', { timeout: 1_000 })
    return false
  }
  await expect
    .poll(() => isSignedOut().catch(() => false), { timeout: 30_000, interval: 500 })
    .toBe(true)
  await page.waitForURL('**/login?next=%2Finbox')
}

/** A token of the signed-in person, got the way the app gets it. */
export async function readToken(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const response = await fetch('/api/auth/token')
    return ((await response.json()) as { token: string }).token
  })
}

/** The sentence that says what went wrong; Next keeps an empty alert of its own on every page. */
export function problem(page: Page) {
  return page.getByRole('alert').filter({ hasText: /./ })
}

/** Chooses from the menu at the title of the place that is open, by keyboard. */
export async function choosePlaceAction(page: Page, item: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Actions for/ })
    .press('Enter')
  await page.getByRole('menuitem', { name: item, exact: true }).press('Enter')
}

/** Undoes what the message reports; the message before it may still be leaving. */
export async function undo(page: Page, done: string): Promise<void> {
  const message = page.getByRole('dialog').filter({ hasText: done })
  await message.getByRole('button', { name: 'Undo' }).click()
}

/** Asks the API in the person's name, as another of their programs would. */
export async function askApi<Data>(
  page: Page,
  apiUrl: string,
  query: string,
  variables: object = {},
): Promise<Data> {
  const response = await sendToApi(page, apiUrl, query, variables)
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown }
  expect(errors).toBeUndefined()
  return data
}

/** The same, and gives the answer as it is. */
export async function sendToApi(
  page: Page,
  apiUrl: string,
  query: string,
  variables: object = {},
): Promise<Response> {
  return fetch(`${apiUrl}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await readToken(page)}`,
    },
    body: JSON.stringify({ query, variables }),
  })
}

/** Creates tasks through the API, in this order. */
export async function sendTasks(page: Page, apiUrl: string, titles: string[]): Promise<void> {
  await askApi(
    page,
    apiUrl,
    'mutation Write($input: CreateTasksInput!) { createTasks(input: $input) { mutationId } }',
    { input: { tasks: titles.map((title) => ({ title })) } },
  )
}

/** The same, and waits until all of them are in the inbox. */
export async function writeTasks(page: Page, apiUrl: string, titles: string[]): Promise<void> {
  await sendTasks(page, apiUrl, titles)
  await expect.poll(() => readTitles(page), { timeout: 20_000 }).toEqual(titles)
}

/** The titles of the rows on the screen, from top to bottom; leaving ones don't count. */
export function readTitles(page: Page): Promise<string[]> {
  return page
    .locator('[data-task] [data-task-title] > span:first-child')
    .evaluateAll((titles) => titles.map((title) => title.textContent ?? ''))
}

/** The titles of the tasks that the API has for the person. */
export async function listTitles(page: Page, apiUrl: string): Promise<string[]> {
  const { tasks } = await askApi<{ tasks: { nodes: { title: string }[] } }>(
    page,
    apiUrl,
    '{ tasks { nodes { title } } }',
  )
  return tasks.nodes.map(({ title }) => title)
}

/** Chooses one of a field's options, with the pointer. */
export async function chooseOption(field: Locator, name: string | RegExp): Promise<void> {
  await field.click()
  await field.page().getByRole('option', { name, exact: true }).click()
}
