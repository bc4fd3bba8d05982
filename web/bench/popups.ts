import type { Page } from 'playwright-core'
import { atMost, type Figure, quantile } from './figure.ts'
import type { FilledProduct } from './filled-product.ts'
import type { Settings } from './settings.ts'
import { makeSlowable } from './slow-page.ts'
import { timeToPaint } from './time-to-paint.ts'

/** Each popup of a row with its key. */
const popups = [
  { name: 'Due date', key: 'd', selector: '[role=dialog][aria-label="Due date"]' },
  { name: 'List', key: 'l', selector: '[role=dialog][aria-label="List"]' },
  { name: 'Tags', key: 't', selector: '[role=dialog][aria-label="Tags"]' },
  { name: 'Repeat', key: 'r', selector: '[role=dialog][aria-label="Repeat"]' },
  { name: 'Priority', key: 'p', selector: '[role=dialog][aria-label="Priority"]' },
  { name: 'Menu', key: 'm', selector: '[role=menu]' },
] as const

const budgetsMs = { first: 150, later: 50 }
const reloads = 6
/** The popups load while the page is idle, after it has been painted. */
const idleMs = 4_000

/** How long each popup of a row takes from its key until it is painted: on first use, and later. */
export async function measurePopups(product: FilledProduct, settings: Settings): Promise<Figure[]> {
  await using window = await product.openSignedIn()
  const { page } = window
  const { slowed } = await makeSlowable(page, settings)
  const times = new Map(popups.map(({ key }) => [key, { first: [], later: [] } as Times]))
  for (let reload = 0; reload < reloads; reload += 1) {
    await page.goto('/inbox')
    await page.locator('[data-task-title]').nth(3).focus()
    await slowed(`popups-${reload}`, async () => {
      await page.waitForTimeout(idleMs)
      // Each is the first of all in one of the rounds.
      for (let turn = 0; turn < popups.length; turn += 1) {
        const popup = popups[(reload + turn) % popups.length]
        if (popup) times.get(popup.key)?.first.push(await open(page, popup))
      }
    })
  }
  await slowed('popups-later', async () => {
    for (let round = 0; round < settings.rounds; round += 1)
      for (const popup of popups) times.get(popup.key)?.later.push(await open(page, popup))
  })
  return popups.flatMap(({ name, key }) => {
    const { first, later } = times.get(key) ?? { first: [], later: [] }
    return [
      atMost(`${name}, shown the first time, median`, quantile(first, 0.5), budgetsMs.first, 'ms'),
      atMost('· later, median', quantile(later, 0.5), budgetsMs.later, 'ms'),
    ]
  })
}

type Times = { first: number[]; later: number[] }

async function open(page: Page, { key, selector }: (typeof popups)[number]): Promise<number> {
  const time = await timeToPaint(page, { event: 'keydown', selector }, () =>
    page.keyboard.press(key),
  )
  await page.waitForTimeout(300)
  await page.keyboard.press('Escape')
  await page.locator(selector).waitFor({ state: 'detached' })
  await page.waitForTimeout(300)
  return time
}
