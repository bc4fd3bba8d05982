import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProductBehindNetwork } from './support/shared-network.ts'
import {
  addTask,
  askApi,
  listTitles,
  openTask,
  readTitles,
  signIn,
  signUp,
} from './support/steps.ts'

const running = shareProductBehindNetwork()

const field = (page: Page) => page.getByLabel('Add a task')

test.each(['refuse', 'swallow'] as const)(
  'five tasks added in half a minute in which the API’s network would %s everything are each there once, in order',
  async (way) => {
    await using window = await openWindow(running)
    const { page } = window
    await signUp(page)
    await addTask(page, 'Before')
    running.network[way](true)
    try {
      await field(page).focus()
      for (let number = 1; number <= 5; number += 1) {
        await page.keyboard.type(`Down task ${number}`)
        await page.keyboard.press('Enter')
        await openTask(page, `Down task ${number}`).waitFor()
        await sleep(1_000)
      }
      await sleep(25_000)
      expect(await field(page).inputValue()).toBe('')
    } finally {
      running.network[way](false)
    }
    const all = [5, 4, 3, 2, 1].map((number) => `Down task ${number}`)
    await page.getByText('Added “Down task 5”').waitFor({ timeout: 60_000 })
    expect(await readTitles(page)).toEqual([...all, 'Before'])
    expect((await listTitles(page, running.product.apiUrl)).sort()).toEqual([
      'Before',
      ...all.toSorted(),
    ])
  },
)

test('what can’t be sent for longer waits on lines of its own, outlives a reload, and is sent when it is wanted', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  running.network.refuse(true)
  try {
    await field(page).focus()
    await page.keyboard.type('Down task 1\nDown task 2\n')
    await page.getByText('“Down task 2” wasn’t added').waitFor({ timeout: 80_000 })
    await page.getByText('“Down task 1” wasn’t added').waitFor()
    expect(await field(page).inputValue()).toBe('')
  } finally {
    running.network.refuse(false)
  }
  await page.reload()
  for (const number of [1, 2]) {
    const line = page.getByText(`“Down task ${number}” wasn’t added`)
    await line.waitFor()
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await line.waitFor({ state: 'detached' })
    await openTask(page, `Down task ${number}`).waitFor()
  }
  await expect.poll(() => listTitles(page, running.product.apiUrl)).toHaveLength(2)
})

test('a session that is ended elsewhere while somebody types loses nothing that was typed', async () => {
  await using window = await openWindow(running)
  await using other = await openWindow(running)
  const { page } = window
  const person = await signUp(page)
  await signIn(other.page, person)
  await field(page).focus()
  await page.keyboard.type('Half a thou')
  const end = 'mutation { endOtherSessions(input: {}) { mutationId } }'
  await askApi(other.page, running.product.apiUrl, end)
  await page.waitForURL('**/login?next=%2Finbox', { timeout: 60_000 })
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/inbox')
  await expect.poll(() => field(page).inputValue()).toBe('Half a thou')
  await field(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.type('ght\n')
  await openTask(page, 'Half a thought').waitFor()
})
