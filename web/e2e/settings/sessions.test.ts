import { expect, test } from 'vitest'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { signIn, signUp, useUntilSignedOut } from '../support/steps.ts'
import { listViolations } from '../support/violations.ts'

const running = shareProduct()

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

test('another device is signed out from here: it leaves the list, and goes to the sign-in page', async () => {
  await using here = await openWindow(running)
  const account = await signUp(here.page)
  await using phone = await openWindow(running, { userAgent: iPhone })
  await signIn(phone.page, account)

  await here.page.goto('/settings/sessions')
  const sessions = here.page.getByRole('list', { name: 'Sessions' })
  await sessions.getByText('This device').waitFor()
  await sessions.getByText('Safari on iPhone').waitFor()
  // A browser is new when the account wasn't signed in to with it before; its first one doesn't count.
  expect(await sessions.getByText('New', { exact: true }).count()).toBe(1)
  await here.page.getByRole('button', { name: /^Sign out: Safari on iPhone/ }).click()
  await sessions.getByText('Safari on iPhone').waitFor({ state: 'detached' })
  await here.page.getByText('Signed out: Safari on iPhone.').waitFor()

  await phone.page.reload()
  await phone.page.waitForURL('**/login?next=%2Finbox')

  await here.page.reload()
  await sessions.getByText('This device').waitFor()
  expect(await sessions.getByText('Safari on iPhone').count()).toBe(0)
  expect(here.complaints).toEqual([])
})

test('all others are signed out at once, while they have the app open', async () => {
  await using here = await openWindow(running)
  const account = await signUp(here.page)
  await using phone = await openWindow(running, { userAgent: iPhone })
  await signIn(phone.page, account)
  await here.page.goto('/settings/sessions')
  await here.page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await here.page.getByText('Signed out everywhere but here.').waitFor()
  await here.page.getByText('Safari on iPhone').waitFor({ state: 'detached' })
  expect(await here.page.getByRole('button', { name: /^Sign out/ }).count()).toBe(0)

  await useUntilSignedOut(phone.page)
  await here.page.getByRole('link', { name: 'Profile' }).click()
  await here.page.getByRole('heading', { name: 'Profile', level: 1 }).waitFor()
  expect(here.complaints).toEqual([])
})

test('a session that can’t be ended stays in the list, and it says why', async () => {
  await using here = await openWindow(running)
  const account = await signUp(here.page)
  await using phone = await openWindow(running, { userAgent: iPhone })
  await signIn(phone.page, account)
  await here.page.goto('/settings/sessions')
  const end = here.page.getByRole('button', { name: /^Sign out: Safari on iPhone/ })
  await end.waitFor()
  await here.page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await end.click()
  await here.page.getByText('Tend can’t be reached right now').waitFor()
  await end.waitFor()
})

test('sessions that can’t be loaded say so and can be tried again', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await page.goto('/settings/sessions')
  await page.getByText('Your sessions can’t be shown right now').waitFor()
  await page.unroute(`${running.product.apiUrl}/**`)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('This device').waitFor()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the sessions’ page, ${colorScheme}`, async () => {
    await using here = await openWindow(running, { colorScheme })
    const account = await signUp(here.page)
    await using phone = await openWindow(running, { userAgent: iPhone })
    await signIn(phone.page, account)
    await here.page.goto('/settings/sessions')
    await here.page.getByText('Safari on iPhone').waitFor()
    expect(await listViolations(here.page)).toEqual([])
    expect(here.complaints).toEqual([])
  })
