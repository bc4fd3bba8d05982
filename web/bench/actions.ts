import type { Page } from 'playwright-core'
import { type AllTasks, allRows } from './all-tasks.ts'
import { atMost, type Figure, quantile, write } from './figure.ts'
import type { Settings } from './settings.ts'
import { timeToPaint } from './time-to-paint.ts'

const budgetMs = 50
/** The first rounds warm up, and don't count. */
const warmUpRounds = 3

type Action = (page: Page, round: number) => Promise<number>

// In the place that shows all tasks, every page of it loaded. The last one leaves it, and comes back.
const actions: Record<string, Action> = {
  'type a letter': typeLetter,
  'add a task': addTask,
  'complete a task': completeTask,
  'change of place': changePlace,
}

/** How long each action takes to be seen, with all tasks in the cache. */
export async function measureActions(
  { page, slowed }: AllTasks,
  settings: Settings,
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, act] of Object.entries(actions)) {
    const times: number[] = []
    await slowed(name.replaceAll(' ', '-'), async () => {
      for (let round = -warmUpRounds; round < settings.rounds; round += 1) {
        const time = await act(page, round)
        if (round >= 0) times.push(time)
        await settle(page)
      }
    })
    const what = `${name.charAt(0).toUpperCase()}${name.slice(1)}, to paint`
    figures.push(atMost(`${what}, median`, quantile(times, 0.5), budgetMs, 'ms'), {
      what: '· 95th percentile',
      measured: write(quantile(times, 0.95), 'ms'),
    })
  }
  return figures
}

async function typeLetter(page: Page, round: number): Promise<number> {
  const field = page.getByLabel('Add a task')
  if (round === -warmUpRounds) await field.fill('')
  await field.focus()
  const text = 'a'.repeat(round + warmUpRounds + 1)
  // What the field shows of the line, marks and all, is behind it.
  const selector = '[aria-hidden]:has(+ [data-add-task])'
  return timeToPaint(page, { event: 'keydown', selector, text }, () => page.keyboard.press('a'))
}

async function addTask(page: Page, round: number): Promise<number> {
  const title = `Measured ${round}`
  await page.getByLabel('Add a task').fill(title)
  const selector = `[aria-label="Complete “${title}”"]`
  const time = await timeToPaint(page, { event: 'keydown', selector }, () =>
    page.keyboard.press('Enter'),
  )
  await page.getByText(`Added “${title}”`).waitFor()
  return time
}

async function completeTask(page: Page): Promise<number> {
  const row = page.locator(allRows).nth(3)
  const id = await row.getAttribute('data-task')
  // A hand comes near, presses and lets go, each a while after the other; all at once, the release
  // would wait for what the page makes of the others.
  await row.getByRole('checkbox').hover()
  await settle(page)
  await page.mouse.down()
  await settle(page)
  return timeToPaint(page, { event: 'click', selector: `[data-task="${id}"]`, gone: true }, () =>
    page.mouse.up(),
  )
}

async function changePlace(page: Page, round: number): Promise<number> {
  if (round === -warmUpRounds) await page.locator('h1').focus()
  const [key, label] = page.url().endsWith('/all') ? ['t', 'Today'] : ['a', 'All']
  const selector = `[role=list][aria-label=${label}] [data-task]`
  // One after the other as by a hand; the first key counts for a second and a half.
  return timeToPaint(page, { event: 'keydown', selector }, async () => {
    await page.keyboard.press('g')
    await page.waitForTimeout(100)
    await page.keyboard.press(key)
  })
}

/** Lets what follows an action in the background end before the next one. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(400)
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 3_000 })))
}
