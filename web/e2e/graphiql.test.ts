import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, signUp } from './support/steps.ts'

const running = shareProduct()

/** Opens GraphiQL as a signed-in person does. */
async function openGraphiql(page: Page, complaints: string[]): Promise<Page> {
  await page.getByRole('button', { name: 'Account: Ada' }).click()
  await page.getByRole('menuitem', { name: 'API' }).click()
  const [graphiql] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'Open GraphiQL' }).click(),
  ])
  graphiql.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return graphiql
}

const run = (page: Page) => page.getByRole('button', { name: /Execute query/ }).click()
const answerOf = (page: Page) => page.getByRole('region', { name: 'Result Window' })

test('GraphiQL opens from the app with the token in it, and keeps both through a reload', async () => {
  await using window = await openWindow(running)
  const { page, complaints } = window
  await signUp(page)
  await addTask(page, 'Water the plants')
  const graphiql = await openGraphiql(page, complaints)
  await graphiql.getByText('signed in from the app').waitFor()
  await run(graphiql)
  await answerOf(graphiql).getByText('Water the plants').waitFor()
  expect(graphiql.url()).not.toMatch(/ey|token/i)
  const kept = await graphiql.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(kept).not.toContain('eyJ')

  await graphiql.locator('.graphiql-query-editor .view-lines').click()
  await graphiql.keyboard.press('ControlOrMeta+A')
  await graphiql.keyboard.insertText('query Mine { me { name } }')
  await graphiql.waitForURL(/query=query\+Mine/)
  await graphiql.reload()
  await graphiql.getByText('signed in from the app').waitFor()
  await run(graphiql)
  await answerOf(graphiql).getByText('"Ada"').waitFor()

  const linked = new URL(graphiql.url())
  linked.searchParams.set(
    'query',
    'query Few($first: Int) { tasks(first: $first) { nodes { id } } }',
  )
  linked.searchParams.set('variables', '{"first": 7000}')
  await graphiql.goto(linked.href)
  await run(graphiql)
  await answerOf(graphiql).getByText('"BAD_USER_INPUT"', { exact: true }).waitFor()
  expect(complaints).toEqual([])
})

test('GraphiQL takes no token from other pages, and the app gives none to them', async () => {
  await using window = await openWindow(running)
  const { page, complaints } = window
  // Another origin, though it is the same server.
  const other = `${running.product.apiUrl.replace('localhost', '127.0.0.1')}/livez`
  await signUp(page)
  const graphiql = await openGraphiql(page, complaints)
  await graphiql.getByText('signed in from the app').waitFor()

  const [asking] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate((address) => void globalThis.open(address), other),
  ])
  await asking.waitForURL(other)
  await asking.evaluate(() => {
    addEventListener('message', ({ data }) => {
      document.title = JSON.stringify(data)
    })
    opener.postMessage('tend:token?', '*')
  })
  // Once the app has answered this later request, it has handled the one before.
  await graphiql.reload()
  await graphiql.getByText('signed in from the app').waitFor()
  expect(await asking.title()).toBe('')

  const [deceived] = await Promise.all([
    asking.waitForEvent('popup'),
    asking.evaluate((address) => {
      addEventListener('message', ({ source }) =>
        source?.postMessage({ token: 'of somebody else' }, { targetOrigin: '*' }),
      )
      void globalThis.open(address)
    }, `${running.product.apiUrl}/graphql`),
  ])
  await deceived.getByText('no token: open this from the app').waitFor()
  expect(await asking.title()).toBe('"tend:token?"')
  expect(complaints).toEqual([])
})
