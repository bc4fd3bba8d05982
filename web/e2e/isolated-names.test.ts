import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, choosePlaceAction, signUp } from './support/steps.ts'

const running = shareProduct()

// Right-to-left letters with a number and signs, and a character that reverses what follows it.
const names = {
  task: 'לקנות 3 (חלב)',
  parent: 'שלום-1',
  list: 'רשימה 2!',
  tag: 'תג:4',
  turned: '\u202Eturned 5',
}

/** The names on the screen whose direction could turn the words around them. */
function listUnisolated(page: Page): Promise<string[]> {
  return page.evaluate((all) => {
    const marks = /^[“”@#\s]+|[“”\s]+$/gu
    const isIsolated = (node: Node, name: string) => {
      for (let element = node.parentElement; element; element = element.parentElement) {
        const { unicodeBidi, display } = getComputedStyle(element)
        const isBoundary = /isolate|plaintext/.test(unicodeBidi) || display !== 'inline'
        if (isBoundary) return (element.textContent ?? '').replace(marks, '') === name
      }
      return false
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      const isSeen =
        node.parentElement?.checkVisibility() &&
        !node.parentElement.closest('[role=status], script, textarea, style')
      const isHidden = (node.parentElement?.getBoundingClientRect().width ?? 0) < 2
      const name = all.find((one) => node.textContent?.includes(one))
      if (name && isSeen && !isHidden && !isIsolated(node, name))
        found.push(
          `${node.parentElement?.closest('section, li, dialog, [role], main')?.textContent?.slice(0, 80)}`,
        )
    }
    return found
  }, Object.values(names))
}

test('names from right to left, with numbers and signs, turn nothing around them', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { apiUrl } = running.product
  await signUp(page)
  const ask = <Data>(query: string, input: object) => askApi<Data>(page, apiUrl, query, { input })
  const { createList } = await ask<{ createList: { list: { id: string } } }>(
    'mutation ($input: CreateListInput!) { createList(input: $input) { list { id } } }',
    { name: names.list },
  )
  const listId = createList.list.id
  const write = async (input: object) =>
    (
      await ask<{ createTask: { task: { id: string } } }>(
        'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }',
        { listId, dueOn: '2027-01-04', ...input },
      )
    ).createTask.task.id
  const parentId = await write({ title: 'Once' })
  await ask('mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { mutationId } }', {
    id: parentId,
    title: names.parent,
  })
  await write({ title: names.task, parentId, tagNames: [names.tag] })
  await write({ title: names.turned, tagNames: [names.tag] })

  const found: string[] = []
  const look = async (where: string) =>
    found.push(...(await listUnisolated(page)).map((text) => `${where}: ${text}`))
  const row = (title: string) => page.locator('[data-task]', { hasText: title })
  await page.goto('/upcoming')
  await row(names.task).first().waitFor()
  await look('rows')
  await row(names.turned).first().getByRole('checkbox').click()
  await page.getByText(`Completed “${names.turned}”`).waitFor()
  await look('toast')
  // A page that goes away takes along what it hasn't sent yet.
  const undone = page.waitForResponse((response) =>
    /\bundo\(/.test(response.request().postData() ?? ''),
  )
  await page.keyboard.press('Control+z')
  await undone
  await page.goto(`/list/${listId}`)
  await row(names.turned).waitFor()
  await expect.poll(() => page.title()).toBe(`\u2068${names.list}\u2069 · Tend`)
  await row(names.parent).locator('[data-task-title]').click()
  await page.getByRole('button', { name: 'History' }).click()
  await page.getByText('Renamed to').first().waitFor()
  await look('panel')
  await page.getByRole('link', { name: `Open “${names.task}”` }).click()
  await page.getByRole('group', { name: `Task “${names.task}”` }).waitFor()
  for (const key of ['t', 'l']) {
    await page.keyboard.press(key)
    await page.getByLabel(/^Find/).waitFor()
    await look(`picker ${key}`)
    await page.keyboard.press('Escape')
    await page.getByLabel(/^Find/).waitFor({ state: 'detached' })
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await look('palette')
  await page.keyboard.type(names.task.slice(0, 5))
  await page.getByRole('option', { name: names.task }).first().waitFor()
  await look('palette with a search')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await choosePlaceAction(page, 'Edit')
  await page.getByRole('dialog').waitFor()
  await look('dialog')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await choosePlaceAction(page, 'Archive')
  await page.getByText(`Archived “${names.list}”`).waitFor()
  await look('archived')
  expect(found).toEqual([])
  expect(window.complaints).toEqual([])
})
