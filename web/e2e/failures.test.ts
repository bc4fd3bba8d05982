import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { withoutFirstTasks } from './support/product.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, openTask, problem, signUp } from './support/steps.ts'

const running = shareProduct(withoutFirstTasks)

test('a task added while the API is out of reach is shown at once, and saved once the API is back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await page.getByLabel('Add a task').fill('Don’t lose me')
  await page.getByLabel('Add a task').press('Enter')
  await openTask(page, 'Don’t lose me').waitFor()
  expect(await page.getByLabel('Add a task').inputValue()).toBe('')

  await page.unroute(`${running.product.apiUrl}/**`)
  await page.getByText('Added “Don’t lose me”').waitFor()
  await page.reload()
  await expect.poll(() => openTask(page, 'Don’t lose me').count()).toBe(1)
})

test('a list that can’t be loaded says so and can be tried again', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Still here')
  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await page.reload()
  await page.getByText('Your tasks can’t be shown right now').waitFor()
  await page.unroute(`${running.product.apiUrl}/**`)
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click()
  await openTask(page, 'Still here').waitFor()
})

test('a title that is too long is refused beside the field and kept', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.getByLabel('Add a task').fill('x'.repeat(501))
  await page.getByLabel('Add a task').press('Enter')
  await expect(problem(page).textContent()).resolves.toContain('500')
  await expect(page.getByLabel('Add a task').inputValue()).resolves.toHaveLength(501)
  expect(window.complaints).toEqual([])
})

test('errors in the sign-up form are shown beside their fields', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await page.goto('/signup')
  await page.getByLabel('E-mail').fill('not an address')
  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()
  for (const label of ['Name', 'E-mail', 'Password'])
    await page.getByLabel(label).and(page.locator('[aria-invalid=true]')).waitFor()
  await expect(page.getByLabel('E-mail').inputValue()).resolves.toBe('not an address')
  expect(window.complaints).toEqual([])
})

test('a wrong password is refused in the same words as an unknown address', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { email } = await signUp(page)
  await page.context().clearCookies()
  for (const address of [email, 'nobody@example.com']) {
    await page.goto('/login')
    await page.getByLabel('E-mail').fill(address)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('The e-mail or the password is wrong.').waitFor()
    await expect(page.getByLabel('E-mail').inputValue()).resolves.toBe(address)
  }
})
