import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, askApi, choosePlaceAction, signUp } from './support/steps.ts'

// What hundreds of creations cost is not what this is about.
const running = shareProduct(async () => ({ BUDGET_POINTS: '1000000' }))
const soon = { timeout: 30_000 }

test('the lists, tags and views beyond the first hundred are there like the others', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { apiUrl } = running.product
  await signUp(page)
  const made = nameMany(205)
  await createMany(page, 'createList', made)
  await createMany(page, 'createTag', made)
  const views = nameMany(150)
  await createMany(page, 'createSavedView', views)
  const { lists } = await askApi<{ lists: { nodes: { id: string; name: string }[] } }>(
    page,
    apiUrl,
    '{ lists(last: 100) { nodes { id name } } }',
  )
  const last = lists.nodes.at(-1)
  expect(last?.name).toBe('Number 204')

  // Asked for by its address, with an account that is loaded again.
  await page.goto(`/list/${last?.id}`)
  await page.getByRole('heading', { name: 'Number 204', level: 1 }).waitFor()
  const sidebar = page.getByRole('complementary', { name: 'Sidebar' })
  await expect
    .poll(() => sidebar.getByText(/^Number \d+$/).count(), soon)
    .toBe(2 * made.length + views.length)

  // Tasks can be added, its count shows, and its changes appear, from here and from elsewhere.
  await addTask(page, 'Water the plants')
  const link = sidebar.getByRole('link', { name: /^Number 204/ }).first()
  await expect.poll(() => link.textContent(), soon).toContain('1')

  // The pickers have them, quick add and the palette too.
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  for (const [key, hint] of [
    ['l', 'Find a list'],
    ['t', 'Find or create a tag'],
  ] as const) {
    await page.keyboard.press(key)
    await page.getByLabel(hint).fill('number 20')
    await page.getByRole('option', { name: 'Number 203' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByLabel(hint).waitFor({ state: 'detached' })
  }
  await page.getByLabel('Add a task').fill('Plant a tree #"Number 20')
  await page.getByRole('option', { name: 'Number 203' }).waitFor()
  await page.getByLabel('Add a task').fill('')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByLabel('Find a place or an action').fill('number 149')
  await expect
    .poll(() => page.getByRole('option', { name: 'Number 149', exact: true }).count(), soon)
    .toBe(3)
  await page.keyboard.press('Escape')
  await askApi(
    page,
    apiUrl,
    `mutation { updateList(input: { id: "${last?.id}", name: "Renamed" }) { mutationId } }`,
  )
  await page.getByRole('heading', { name: 'Renamed', level: 1 }).waitFor()
  await choosePlaceAction(page, 'Delete')
  await page.waitForURL('**/inbox')
  await expect.poll(() => sidebar.getByText('Renamed').count(), soon).toBe(0)

  // A list that doesn't exist is still reported as missing, once all are known.
  await page.goto('/list/01890000-0000-7000-8000-000000000000')
  await page.getByText('It may have been deleted, or the address is mistyped.').waitFor()
  expect(window.complaints).toEqual([])
})

test('the trash has all lists that were deleted, also beyond the first hundred', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const ids = await createMany(page, 'createList', nameMany(105))
  for (let from = 0; from < ids.length; from += 10) {
    const some = ids.slice(from, from + 10)
    const deleted = some.map(
      (id, nth) => `d${nth}: deleteList(input: { id: "${id}" }) { mutationId }`,
    )
    await askApi(page, running.product.apiUrl, `mutation { ${deleted.join(' ')} }`)
  }
  await page.goto('/trash')
  const restores = page.getByRole('button', { name: /^Restore “Number \d+” with its tasks/ })
  await expect.poll(() => restores.count(), soon).toBe(105)
  await page.getByRole('button', { name: 'Restore “Number 000” with its tasks' }).click()
  await page.getByRole('button', { name: 'Restore “Number 104” with its tasks' }).click()
  await expect.poll(() => restores.count(), soon).toBe(103)
  expect(window.complaints).toEqual([])
})

function nameMany(count: number): string[] {
  return Array.from({ length: count }, (_, nth) => `Number ${String(nth).padStart(3, '0')}`)
}

const kinds = {
  createList: { node: 'list', more: '' },
  createTag: { node: 'tag', more: '' },
  createSavedView: { node: 'savedView', more: ', filter: {}' },
}

/** Gives their ids. */
async function createMany(
  page: Page,
  field: keyof typeof kinds,
  names: readonly string[],
): Promise<string[]> {
  const { node, more } = kinds[field]
  const ids: string[] = []
  for (let from = 0; from < names.length; from += 10) {
    const some = names
      .slice(from, from + 10)
      .map((name, nth) => `m${nth}: ${field}(input: { name: "${name}"${more} }) { ${node} { id } }`)
    const answer = await askApi<Record<string, Record<string, { id: string }>>>(
      page,
      running.product.apiUrl,
      `mutation { ${some.join(' ')} }`,
    )
    ids.push(...Object.values(answer).map((made) => made[node]?.id ?? ''))
  }
  return ids
}
