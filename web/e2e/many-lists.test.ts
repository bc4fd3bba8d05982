import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, askApi, choosePlaceAction, signUp } from './support/steps.ts'

const running = shareProduct()
const soon = { timeout: 30_000 }

test('the lists, tags and views beyond the first hundred are there like the others', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { apiUrl } = running.product
  await signUp(page)
  const made = Array.from({ length: 205 }, (_, nth) => `Number ${String(nth).padStart(3, '0')}`)
  for (let from = 0; from < made.length; from += 10) {
    const some = made.slice(from, from + 10)
    const lists = some.map(
      (name, nth) => `l${nth}: createList(input: { name: "${name}" }) { mutationId }`,
    )
    await askApi(page, apiUrl, `mutation { ${lists.join(' ')} }`)
    const tags = some.map(
      (name, nth) => `t${nth}: createTag(input: { name: "${name}" }) { mutationId }`,
    )
    await askApi(page, apiUrl, `mutation { ${tags.join(' ')} }`)
  }
  const { lists } = await askApi<{ lists: { nodes: { id: string; name: string }[] } }>(
    page,
    apiUrl,
    '{ lists(last: 100) { nodes { id name } } }',
  )
  const last = lists.nodes.at(-1)
  expect(last?.name).toBe('Number 204')

  // Asked for by its address, with an account that is loaded anew.
  await page.goto(`/list/${last?.id}`)
  await page.getByRole('heading', { name: 'Number 204', level: 1 }).waitFor()
  const sidebar = page.getByRole('complementary', { name: 'Sidebar' })
  await expect.poll(() => sidebar.getByText('Number 204').count(), soon).toBe(2)
  await expect.poll(() => sidebar.getByText(/^Number \d+$/).count(), soon).toBe(2 * made.length)

  // It can be written into, its count shows, and what changes of it is seen, here and from elsewhere.
  await addTask(page, 'Water the plants')
  const link = sidebar.getByRole('link', { name: /^Number 204/ }).first()
  await expect.poll(() => link.textContent(), soon).toContain('1')
  await askApi(
    page,
    apiUrl,
    `mutation { updateList(input: { id: "${last?.id}", name: "Renamed" }) { mutationId } }`,
  )
  await page.getByRole('heading', { name: 'Renamed', level: 1 }).waitFor()
  await choosePlaceAction(page, 'Delete')
  await page.waitForURL('**/inbox')
  await expect.poll(() => sidebar.getByText('Renamed').count(), soon).toBe(0)

  // One that isn't there still is told as missing, once all are known.
  await page.goto('/list/01890000-0000-7000-8000-000000000000')
  await page.getByText('It may have been deleted, or the address is mistyped.').waitFor()
  expect(window.complaints).toEqual([])
})
