import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, askApi, openTask, signIn, signUp } from './support/steps.ts'

const running = shareProduct()
const soon = { timeout: 10_000, interval: 500 }

/** Two windows of one person, both with the same task open, whose notes these are. */
async function openTwice(notes: string) {
  const windows = [await openWindow(running), await openWindow(running)] as const
  const [one, two] = windows.map(({ page }) => page) as [Page, Page]
  const person = await signUp(one)
  await addTask(one, 'Soil')
  const { tasks } = await askApi<{ tasks: { nodes: { id: string }[] } }>(
    one,
    running.product.apiUrl,
    '{ tasks { nodes { id } } }',
  )
  const id = tasks.nodes[0]?.id
  await askApi(
    one,
    running.product.apiUrl,
    'mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { mutationId } }',
    { input: { id, description: notes } },
  )
  await signIn(two, person)
  for (const page of [one, two]) {
    await openTask(page, /^Soil/).click()
    await page.getByRole('group', { name: 'Notes' }).getByText('base').first().waitFor()
  }
  async function readNotes(): Promise<string | null> {
    const { task } = await askApi<{ task: { description: string | null } }>(
      one,
      running.product.apiUrl,
      'query ($id: ID!) { task(id: $id) { description } }',
      { id },
    )
    return task.description
  }
  return {
    one,
    two,
    readNotes,
    complaints: () => windows.flatMap(({ complaints }) => complaints),
    [Symbol.asyncDispose]: async () => {
      for (const window of windows) await window[Symbol.asyncDispose]()
    },
  }
}

/** Holds what both write until both have sent it, so that neither knows of the other's change. */
async function holdUntilBothWrote(...pages: Page[]): Promise<void> {
  let missing = pages.length
  let release = () => {}
  const bothWrote = new Promise<void>((resolve) => {
    release = resolve
  })
  for (const page of pages) {
    let isFirst = true
    await page.route(`${running.product.apiUrl}/graphql`, async (route) => {
      if (route.request().postData()?.includes('mutation WriteNotes') && isFirst) {
        isFirst = false
        missing -= 1
        if (missing === 0) release()
        await bothWrote
      }
      await route.continue()
    })
  }
}

async function writeAtEnd(page: Page, text: string): Promise<void> {
  await page.getByRole('group', { name: 'Notes' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Notes, in Markdown').pressSequentially(text)
}

test('notes that two devices write at one place are both kept, and a notice says so', async () => {
  await using windows = await openTwice('base')
  const { one, two } = windows
  await holdUntilBothWrote(one, two)
  await writeAtEnd(one, ' FROM-ONE')
  await writeAtEnd(two, ' FROM-TWO')
  await Promise.all([one.keyboard.press('Escape'), two.keyboard.press('Escape')])
  await expect
    .poll(async () => (await windows.readNotes())?.split('\n').sort(), soon)
    .toEqual(['base FROM-ONE', 'base FROM-TWO'])
  const countNotices = (page: Page) =>
    page.getByText('The notes were changed somewhere else').count()
  await expect.poll(async () => (await countNotices(one)) + (await countNotices(two)), soon).toBe(1)
  for (const page of [one, two]) {
    await page.getByRole('group', { name: 'Notes' }).getByText('base FROM-ONE').waitFor()
    await page.getByRole('group', { name: 'Notes' }).getByText('base FROM-TWO').waitFor()
  }
  expect(windows.complaints()).toEqual([])
})

test('two boxes that two devices tick at once are both ticked', async () => {
  await using windows = await openTwice('- [ ] base\n- [ ] milk\n- [ ] bread')
  const { one, two } = windows
  await holdUntilBothWrote(one, two)
  await Promise.all([
    one.getByRole('checkbox', { name: 'milk' }).click(),
    two.getByRole('checkbox', { name: 'bread' }).click(),
  ])
  await expect.poll(windows.readNotes, soon).toBe('- [ ] base\n- [x] milk\n- [x] bread')
  for (const page of [one, two]) {
    for (const name of ['milk', 'bread']) {
      await expect.poll(() => page.getByRole('checkbox', { name }).isChecked(), soon).toBe(true)
    }
  }
  expect(windows.complaints()).toEqual([])
})

test('what another device writes above comes while one writes on, and the caret stays', async () => {
  await using windows = await openTwice('base')
  const { one, two } = windows
  await writeAtEnd(two, '\nmine')
  await writeAtEnd(one, '')
  await one.keyboard.press('Home')
  await one.getByLabel('Notes, in Markdown').pressSequentially('theirs\n')
  await one.keyboard.press('Escape')
  await expect.poll(windows.readNotes, soon).toBe('theirs\nbase\nmine')
  const field = two.getByLabel('Notes, in Markdown')
  await expect.poll(() => field.inputValue(), soon).toBe('theirs\nbase\nmine')
  await field.pressSequentially(' too')
  await two.keyboard.press('Escape')
  await expect.poll(windows.readNotes, soon).toBe('theirs\nbase\nmine too')
  expect(windows.complaints()).toEqual([])
})
