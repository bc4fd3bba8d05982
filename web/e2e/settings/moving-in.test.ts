import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { openTask, problem, signUp } from '../support/steps.ts'

const running = shareProduct()

const garden = `TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE
task,Water the ferns @garden,Not too much,1,1,Ada (1),,every monday at 9,en,Europe/London
task,Fill the can,,4,2,Ada (1),,,,
section,Later,,,,,,,,
task,Repaint the shed,,3,1,Ada (1),,jeden Montag,de,
`
const inbox = 'TYPE,CONTENT,PRIORITY,INDENT\ntask,Call the bank,2,1\n'

const toFile = (name: string, text: string) => ({
  ...{ name, mimeType: 'text/csv', buffer: Buffer.from(text) },
})

async function choose(page: Page, ...files: ReturnType<typeof toFile>[]): Promise<void> {
  await page.getByLabel('Files to import').setInputFiles(files)
}

const confirm = (page: Page) => page.getByRole('button', { name: 'Import', exact: true })

test('a newcomer brings two files of Todoist within six clicks, sees what comes, and can take it back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.getByRole('link', { name: 'Import from another app' }).click()
  await page.waitForURL('**/settings/data')
  await choose(page, toFile('Garden [22].csv', garden), toFile('Inbox [1].csv', inbox))
  await page.getByText('4 tasks, 2 lists and 1 tag from Todoist').waitFor()
  const rows = page.getByRole('list', { name: 'How the first tasks will look' })
  await rows.getByText('Water the ferns').waitFor()
  await rows.getByText('every Monday').waitFor()
  await page.getByText('1 thing to look at').click()
  await page.getByText('Repaint the shed: jeden Montag').waitFor()
  await confirm(page).click()
  await page.getByText('Added 4 tasks, 2 lists and 1 tag.').waitFor()
  await page.goto('/inbox')
  await openTask(page, 'Call the bank').waitFor()

  await page.goto('/settings/data')
  await choose(page, toFile('Garden [22].csv', garden))
  await page.getByText('3 tasks are here already and stay as they are.').waitFor()
  await confirm(page).click()
  await page.getByText('Everything in this file is here already.').waitFor()
  expect(window.complaints).toEqual([])
})

test('sections can be tags, and what is shown follows', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.goto('/settings/data')
  await choose(page, toFile('Garden.csv', garden))
  await page.getByText('Garden / Later').waitFor()
  await page.getByLabel('Sections become').click()
  await page.getByRole('option', { name: 'Tags' }).click()
  await page.getByText('@Later').waitFor()
  await confirm(page).click()
  await page.getByText('Added 3 tasks, 1 list and 2 tags.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Undone. Everything is as it was before.').waitFor()
  expect(window.complaints).toEqual([])
})

test('the columns of a table are matched by hand', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.goto('/settings/data')
  await choose(page, toFile('Liste.csv', 'Was,Wann\nMilch,2026-12-01\n'))
  await problem(page).filter({ hasText: 'No column has the titles' }).waitFor()
  expect(await confirm(page).isDisabled()).toBe(true)
  await page.getByRole('combobox', { name: 'Title' }).click()
  await page.getByRole('option', { name: 'Was: Milch' }).click()
  const rows = page.getByRole('list', { name: 'How the first tasks will look' })
  await rows.getByText('Milch').waitFor()
  await page.getByRole('combobox', { name: 'Due date' }).click()
  await page.getByRole('option', { name: 'Wann: 2026-12-01' }).click()
  await rows.getByText('1 Dec 2026').waitFor()
  await confirm(page).click()
  await page.getByText('Added 1 task and 1 list.').waitFor()
  expect(window.complaints).toEqual([])
})

test('files can be dropped, and a preview left again', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.goto('/settings/data')
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'Inbox.csv', { type: 'text/csv' }))
    return data
  }, inbox)
  const zone = page.getByText('or drop them here').locator('..')
  for (const type of ['dragenter', 'dragover', 'drop'])
    await zone.dispatchEvent(type, { dataTransfer: dropped })
  await page.getByText('1 task from Todoist').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await zone.waitFor()
  expect(window.complaints).toEqual([])
})
