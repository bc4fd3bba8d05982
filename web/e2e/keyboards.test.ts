import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { openTask, readTitles, signUp, undo, writeTasks } from './support/steps.ts'

const running = shareProduct()
const soon = { timeout: 20_000 }
const four = ['Soil', 'Seeds', 'Pots', 'Water']

type Key = { key: string; code: string; keyCode?: number; held?: 'Control' | 'Shift' }

/** Presses a key as a keyboard of another layout sends it. */
async function press(page: Page, { key, code, keyCode = 0, held }: Key): Promise<void> {
  const modifiers = { Control: 2, Shift: 8 }
  const session = await page.context().newCDPSession(page)
  const event = { key, code, windowsVirtualKeyCode: keyCode, modifiers: held ? modifiers[held] : 0 }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
  await session.detach()
}

/** Holds a key down until it has repeated so many times. */
async function hold(page: Page, key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.down(key)
  await page.keyboard.up(key)
}

/** What Safari sends for the Enter or Esc that only confirms a conversion, after `compositionend`. */
async function confirmConversion(page: Page, key: 'Enter' | 'Escape' | 'Tab'): Promise<void> {
  await page.evaluate((name) => {
    const init = { key: name, keyCode: 229, bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init))
  }, key)
}

test('a key that only confirms what an input method proposed submits and cancels nothing', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, ['Soil', 'Seeds'])

  const field = page.getByLabel('Add a task')
  await field.fill('かんじ')
  await confirmConversion(page, 'Enter')
  await confirmConversion(page, 'Escape')
  expect(await field.inputValue()).toBe('かんじ')
  await field.press('Enter')
  await expect.poll(() => readTitles(page), soon).toContain('かんじ')

  await openTask(page, 'Seeds').focus()
  await page.keyboard.press('F2')
  const title = page.getByLabel('Title of “Seeds”')
  await title.fill('たね')
  await confirmConversion(page, 'Enter')
  await confirmConversion(page, 'Escape')
  await confirmConversion(page, 'Tab')
  expect(await title.inputValue()).toBe('たね')
  await title.press('Enter')
  await expect.poll(() => readTitles(page), soon).toContain('たね')

  await openTask(page, 'たね').press('Enter')
  const subtask = page.getByLabel('Add a subtask')
  await subtask.fill('みず')
  await confirmConversion(page, 'Enter')
  expect(await subtask.inputValue()).toBe('みず')

  await page.keyboard.press('Control+K')
  const palette = page.getByRole('combobox')
  await palette.fill('す')
  await confirmConversion(page, 'Enter')
  await confirmConversion(page, 'Escape')
  expect(await palette.inputValue()).toBe('す')
  expect(window.complaints).toEqual([])
})

test.each<[string, Record<'down' | 'select' | 'palette' | 'add' | 'undo' | 'help', Key>]>([
  [
    'Russian',
    {
      down: { key: 'о', code: 'KeyJ' },
      select: { key: 'ч', code: 'KeyX' },
      palette: { key: 'л', code: 'KeyK', held: 'Control' },
      add: { key: 'й', code: 'KeyQ' },
      undo: { key: 'я', code: 'KeyZ', held: 'Control' },
      help: { key: ',', code: 'Slash', held: 'Shift' },
    },
  ],
  [
    'Hebrew',
    {
      down: { key: 'ח', code: 'KeyJ' },
      select: { key: 'ס', code: 'KeyX' },
      palette: { key: 'ל', code: 'KeyK', held: 'Control' },
      add: { key: '/', code: 'KeyQ' },
      undo: { key: 'ז', code: 'KeyZ', held: 'Control' },
      help: { key: '?', code: 'Slash', held: 'Shift' },
    },
  ],
])('with a %s keyboard every shortcut lies where it lies for others', async (_name, keys) => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, four)
  await openTask(page, 'Soil').focus()
  await press(page, keys.down)
  await press(page, keys.select)
  await page.getByRole('status').filter({ hasText: '1 selected' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await expect.poll(() => readTitles(page), soon).toEqual(['Soil', 'Pots', 'Water'])
  await press(page, keys.undo)
  await expect.poll(() => readTitles(page), soon).toEqual(four)
  await press(page, keys.palette)
  await page.getByRole('combobox').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox').waitFor({ state: 'detached' })
  await press(page, keys.help)
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').filter({ hasText: 'Go to' }).waitFor({ state: 'detached' })
  await press(page, keys.add)
  await page.locator('textarea:focus[aria-label="Add a task"]').waitFor()
  expect(window.complaints).toEqual([])
})

test('a key that is held down acts once, but for those that walk', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, four)
  await openTask(page, 'Soil').focus()
  await hold(page, 'Delete', 8)
  await expect.poll(() => readTitles(page), soon).toEqual(['Seeds', 'Pots', 'Water'])
  await undo(page, 'Deleted “Soil”')
  await expect.poll(() => readTitles(page), soon).toEqual(four)

  await openTask(page, 'Soil').focus()
  await hold(page, 'Space', 8)
  await expect.poll(() => readTitles(page), soon).toEqual(['Seeds', 'Pots', 'Water'])

  await openTask(page, 'Seeds').focus()
  await hold(page, 'j', 3)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toContain('Water')
  expect(window.complaints).toEqual([])
})

test('a key held on after an edit does nothing to the row', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, four)
  await openTask(page, 'Seeds').focus()
  await page.keyboard.press('F2')
  await page.getByLabel('Title of “Seeds”').waitFor()
  await page.keyboard.press('End')
  await page.keyboard.down('Backspace')
  await page.keyboard.press('Enter')
  await page.locator('[data-task]:focus-within a:focus').waitFor()
  await hold(page, 'Backspace', 6)
  await expect.poll(() => readTitles(page), soon).toEqual(['Soil', 'Seed', 'Pots', 'Water'])
  expect(window.complaints).toEqual([])
})
