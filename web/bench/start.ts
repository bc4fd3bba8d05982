import type { Page } from 'playwright-core'
import { atMost, type Figure, quantile, write } from './figure.ts'
import type { FilledProduct } from './filled-product.ts'
import type { Settings } from './settings.ts'
import { makeSlowable } from './slow-page.ts'

const budgetMs = 1_000
const rounds = 5

/**
 * How long the inbox takes from a reload until it can be used: its first task is painted, and no
 * task of the CPU over 50 ms is left. The network is this machine's own.
 */
export async function measureStart(product: FilledProduct, settings: Settings): Promise<Figure[]> {
  await using window = await product.openSignedIn()
  const { page } = window
  const { slowed } = await makeSlowable(page, settings)
  await page.addInitScript(watchStart)
  const starts = await slowed('start', async () => {
    const found: Start[] = []
    for (let round = -1; round < rounds; round += 1) {
      await page.goto('/inbox')
      const start = await readStart(page)
      if (round >= 0) found.push(start)
    }
    return found
  })
  const median = (pick: (start: Start) => number) => quantile(starts.map(pick), 0.5)
  return [
    atMost(
      'Inbox can be used after',
      median(({ usable }) => usable),
      budgetMs,
      'ms',
    ),
    {
      what: '· first paint',
      measured: write(
        median(({ firstPaint }) => firstPaint),
        'ms',
      ),
    },
    {
      what: '· first task painted',
      measured: write(
        median(({ task }) => task),
        'ms',
      ),
    },
  ]
}

type Start = {
  firstPaint: number
  task: number
  usable: number
}

type Watched = { benchStart?: { task: number; lastLongTask: number } }

/** Runs in the page, before anything of it. */
function watchStart(): void {
  const seen = { task: 0, lastLongTask: 0 }
  ;(globalThis as Watched).benchStart = seen
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      seen.lastLongTask = Math.max(seen.lastLongTask, startTime + duration)
  }).observe({ type: 'longtask', buffered: true })
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-task]')) return
    observer.disconnect()
    // As in `timeToPaint`.
    requestAnimationFrame(() => {
      const note = () => {
        seen.task = performance.now()
      }
      scheduler.postTask(note, { priority: 'user-blocking' })
    })
  })
  observer.observe(document, { subtree: true, childList: true })
}

async function readStart(page: Page): Promise<Start> {
  await page.waitForFunction(() => (globalThis as Watched).benchStart?.task)
  // Two quiet seconds: what comes later isn't part of the start.
  await page.waitForTimeout(2_000)
  return page.evaluate(() => {
    const { task, lastLongTask } = (globalThis as Watched).benchStart ?? {
      task: 0,
      lastLongTask: 0,
    }
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    return { firstPaint: paint?.startTime ?? 0, task, usable: Math.max(task, lastLongTask) }
  })
}
