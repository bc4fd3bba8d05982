import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, signUp } from './support/steps.ts'

// What people do with tasks all day, by keys alone and counted, each until its outcome is on the screen.

const running = shareProduct()
const soon = { timeout: 20_000 }

type Count = { keys: number; letters: number }
/** A key, letters that are typed, or something that a person waits for. */
type Step = string | (() => Promise<unknown>)

async function fill(page: Page): Promise<void> {
  await signUp(page)
  const ask = (mutation: string) => askApi(page, running.product.apiUrl, mutation)
  await ask('mutation { createList(input: { name: "Home" }) { mutationId } }')
  await ask('mutation { createTag(input: { name: "garden" }) { mutationId } }')
  const titles = [...'ABCDEFGHIJK'].map((letter) => `{ title: "Task ${letter}" }`)
  await ask(`mutation { createTasks(input: { tasks: [${titles.join()}] }) { mutationId } }`)
  for (const title of ['Late', 'Later'])
    await ask(
      `mutation { createTask(input: { title: "${title}", dueOn: "2026-01-02" }) { mutationId } }`,
    )
  await page.reload()
  await row(page, 'Task A').waitFor()
}

const row = (page: Page, title: string) => page.locator('[data-task]', { hasText: title })
const inFocus = (page: Page) => page.locator('[data-task-title]:focus')

test('fifteen jobs take no more keys than they did', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await fill(page)
  const counts: Record<string, Count> = {}
  /** Letters are the task's own words, or as many of a name as find it; keys are all others. */
  async function count(job: string, steps: readonly Step[], outcome: () => Promise<unknown>) {
    const counted = { keys: 0, letters: 0 }
    for (const key of steps) {
      if (typeof key === 'function') {
        await key()
        continue
      }
      const isWords = key.startsWith('“')
      if (isWords) await page.keyboard.type(key.slice(1), { delay: 40 })
      else await page.keyboard.press(key)
      if (isWords) counted.letters += key.length - 1
      else counted.keys += 1
      await page.waitForTimeout(40)
    }
    await outcome()
    counts[job] = counted
  }
  const at = async (title: string) => {
    await row(page, title).locator('[data-task-title]').focus()
  }
  const shows = (title: string, text: string | RegExp) => () =>
    row(page, title).getByText(text).waitFor()

  await at('Task A')
  await count('capture', ['q', '“Buy soil', 'Enter'], () => row(page, 'Buy soil').waitFor())
  await page.keyboard.press('Escape')
  await at('Task A')
  await count('complete and go on', ['e'], () =>
    expect.poll(() => inFocus(page).innerText(), soon).toMatch(/^Task B/),
  )
  await count('to Friday and on', ['d', '“fri', 'Enter', 'j'], () =>
    expect.poll(() => inFocus(page).innerText(), soon).toMatch(/^Task C/),
  )
  await count('to today', ['y'], shows('Task C', 'Today'))
  await count('one day later', ['+'], shows('Task C', 'Tomorrow'))
  await count('priority', ['2'], () =>
    page.getByRole('checkbox', { name: 'Complete “Task C”, high priority' }).waitFor(),
  )
  await at('Task D')
  await count('another list', ['l', '“ho', 'Enter'], () =>
    row(page, 'Task D').waitFor({ state: 'detached' }),
  )
  await at('Task E')
  await count('a tag', ['t', '“ga', 'Enter', 'Escape'], async () => {
    await shows('Task E', '@garden')()
    await page.getByLabel('Find or create a tag').waitFor({ state: 'detached' })
  })
  await at('Task F')
  await count('a note', ['n', '“with care', 'Escape'], () => page.getByText('with care').waitFor())
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await at('Task G')
  await count('a subtask', ['s', '“wash it', 'Enter'], shows('Task G', '0/1'))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await at('Task H')
  await count('every weekday', ['r', '“every weekday', 'Enter'], () =>
    row(page, 'Task H')
      .getByRole('img', { name: /^Repeats/ })
      .waitFor(),
  )
  const found = () => page.getByRole('option', { name: /^Task K/ }).waitFor()
  await at('Task I')
  await count('go to a list', ['ControlOrMeta+k', '“home', 'Enter'], () =>
    page.getByRole('heading', { level: 1, name: 'Home' }).waitFor(),
  )
  await count('find and open', ['ControlOrMeta+k', '“task k', found, 'Enter'], () =>
    page.getByRole('group', { name: 'Task “Task K”' }).waitFor(),
  )
  await page.goto('/today')
  await page.getByRole('heading', { name: 'Overdue' }).waitFor()
  await count('all overdue to today', ['o', 'y'], () =>
    page.getByRole('heading', { name: 'Overdue' }).waitFor({ state: 'detached' }),
  )
  await count('undo', ['ControlOrMeta+z'], () =>
    page.getByRole('heading', { name: 'Overdue' }).waitFor(),
  )
  expect(counts).toEqual({
    capture: { keys: 2, letters: 8 },
    'complete and go on': { keys: 1, letters: 0 },
    'to Friday and on': { keys: 3, letters: 3 },
    'to today': { keys: 1, letters: 0 },
    'one day later': { keys: 1, letters: 0 },
    priority: { keys: 1, letters: 0 },
    'another list': { keys: 2, letters: 2 },
    'a tag': { keys: 3, letters: 2 },
    'a note': { keys: 2, letters: 9 },
    'a subtask': { keys: 2, letters: 7 },
    'every weekday': { keys: 2, letters: 13 },
    'go to a list': { keys: 2, letters: 4 },
    'find and open': { keys: 2, letters: 6 },
    'all overdue to today': { keys: 2, letters: 0 },
    undo: { keys: 1, letters: 0 },
  })
  expect(window.complaints).toEqual([])
})
