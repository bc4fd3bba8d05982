import type { Page } from 'playwright-core'

let people = 0

/** Signs a new person up through the form and waits for their inbox. */
export async function signUp(
  page: Page,
  name = 'Ada',
): Promise<{ email: string; password: string }> {
  people += 1
  const email = `${name.toLowerCase()}.${Date.now()}.${people}@example.com`
  const password = 'correct horse battery'
  await page.goto('/signup')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL('**/inbox')
  await page.getByText('Your inbox is empty').waitFor()
  return { email, password }
}

export async function addTask(page: Page, title: string): Promise<void> {
  await page.getByLabel('Add a task').fill(title)
  await page.getByLabel('Add a task').press('Enter')
  await openTask(page, title).waitFor()
}

/** The title of an open task, as the button that renames it. */
export function openTask(page: Page, title: string) {
  return page
    .getByRole('list', { name: 'Open tasks' })
    .getByRole('button', { name: title, exact: true })
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
