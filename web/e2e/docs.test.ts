import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()

test.each([
  { name: 'on a phone in the dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  { name: 'on a desk', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
] as const)(
  'the documentation can be read by everybody, $name',
  async ({ viewport, colorScheme }) => {
    await using window = await openWindow(running, { viewport, colorScheme })
    const { page, complaints } = window
    for (const path of ['', '/api', '/errors', '/security', '/reference', '/reference/Mutation']) {
      await page.goto(`${running.product.apiUrl}/docs${path}`)
      expect(await listViolations(page), path).toEqual([])
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, `the width of ${path}`).toBe(viewport.width)
    }
    expect(complaints).toEqual([])
  },
)

test('without JavaScript and by the keyboard, a field is searched for, found and opened in GraphiQL', async () => {
  await using window = await openWindow(running, { javaScriptEnabled: false })
  const { page, complaints } = window
  await page.goto(`${running.product.apiUrl}/docs`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('mutation completetask')
  await page.keyboard.press('Enter')
  const found = page.getByRole('link', { name: 'Mutation · completeTask', exact: true })
  await found.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/docs\/reference\/Mutation#completetask$/)
  const link = page.getByRole('link', { name: 'Try it in GraphiQL' }).first()
  expect(await link.getAttribute('href')).toMatch(/^\/graphql\?query=mutation/)
  expect(complaints).toEqual([])
})
