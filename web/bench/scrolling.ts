import type { Page } from 'playwright-core'
import type { AllTasks } from './all-tasks.ts'
import { atMost, type Figure, quantile, write } from './figure.ts'
import type { Settings } from './settings.ts'

const budgetMs = 32
const frameCount = 600
/** In pixels a frame: a screen in a quarter of a second, as a wheel is turned quickly, and in four frames. */
const speeds = { 'by a quick wheel': 50, 'a screen in four frames': 200 }

/** How evenly the place with all tasks scrolls, all of them loaded: for ten seconds each, from its middle on. */
export async function measureScrolling(
  { page, slowed }: AllTasks,
  { tasks }: Settings,
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, step] of Object.entries(speeds)) {
    const frames = await slowed(`scrolling-${step}`, () => scroll(page, step))
    const late = frames.filter((ms) => ms > budgetMs).length
    const what = `Scrolling ${tasks} rows ${name}, longest frame`
    figures.push(
      atMost(what, Math.max(...frames), budgetMs, 'ms'),
      { what: '· 99th percentile', measured: write(quantile(frames, 0.99), 'ms') },
      { what: `· frames over ${budgetMs} ms`, measured: `${late} of ${frames.length}` },
    )
  }
  return figures
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
