import type { Page } from 'playwright-core'
import type { AllTasks } from './all-tasks.ts'
import { atMost, type Figure, quantile, write } from './figure.ts'
import type { Settings } from './settings.ts'
import { makeSlowable } from './slow-page.ts'

const budgetMs = 32
const frameCount = 600
/** In pixels a frame: a screen in a quarter of a second, as a wheel is turned quickly, and in four frames. */
const speeds = { 'by a quick wheel': 50, 'a screen in four frames': 200 }

/**
 * How evenly the place with all tasks scrolls, all of them loaded: for ten seconds each, from its middle
 * on. Beside it a page without anything in it, since a shared machine misses frames by itself.
 */
export async function measureScrolling(
  { page, slowed }: AllTasks,
  settings: Settings,
): Promise<Figure[]> {
  const { tasks } = settings
  const figures: Figure[] = []
  for (const [name, step] of Object.entries(speeds)) {
    const frames = await slowed(`scrolling-${step}`, () => scroll(page, step))
    const empty = await scrollNothing(page, settings, step)
    const what = `Scrolling ${tasks} rows ${name}, longest frame`
    figures.push(
      atMost(what, Math.max(...frames), budgetMs, 'ms'),
      { what: '· 99th percentile', measured: write(quantile(frames, 0.99), 'ms') },
      {
        what: `· frames over ${budgetMs} ms`,
        measured: `${countLate(frames)} of ${frames.length}`,
      },
      { what: '· of an empty page', measured: `${countLate(empty)} of ${empty.length}` },
    )
  }
  return figures
}

function countLate(frames: readonly number[]): number {
  return frames.filter((ms) => ms > budgetMs).length
}

async function scrollNothing(beside: Page, settings: Settings, step: number): Promise<number[]> {
  const page = await beside.context().newPage()
  await page.setContent('<div style="height: 480000px"></div>')
  const { slowed } = await makeSlowable(page, settings)
  const frames = await slowed(`scrolling-nothing-${step}`, () => scroll(page, step))
  await page.close()
  return frames
}

/** How long each frame lasted, in milliseconds. */
function scroll(page: Page, pixelsPerFrame: number): Promise<number[]> {
  return page.evaluate(
    ({ count, step }) =>
      new Promise<number[]>((resolve) => {
        const frames: number[] = []
        let last = 0
        function next(now: number): void {
          if (last > 0) frames.push(now - last)
          last = now
          scrollBy(0, step)
          if (frames.length < count) requestAnimationFrame(next)
          else resolve(frames)
        }
        scrollTo(0, document.documentElement.scrollHeight / 2)
        requestAnimationFrame(next)
      }),
    { count: frameCount, step: pixelsPerFrame },
  )
}
