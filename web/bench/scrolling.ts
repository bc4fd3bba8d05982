import type { Page } from 'playwright-core'
import type { AllTasks } from './all-tasks.ts'
import { atMost, type Figure, quantile, write } from './figure.ts'
import type { Settings } from './settings.ts'

const budgetMs = 32
const frameCount = 600
/** A screen takes four frames: nobody reads faster, and few scroll faster. */
const pixelsPerFrame = 200

/** How evenly the place with all tasks scrolls, all of them loaded: for ten seconds, from its middle on. */
export async function measureScrolling(
  { page, slowed }: AllTasks,
  { tasks }: Settings,
): Promise<Figure[]> {
  const frames = await slowed('scrolling', () => scroll(page))
  const late = frames.filter((ms) => ms > 17.5).length / frames.length
  return [
    atMost(`Scrolling ${tasks} rows, longest frame`, Math.max(...frames), budgetMs, 'ms'),
    { what: '· 99th percentile', measured: write(quantile(frames, 0.99), 'ms') },
    { what: '· frames that missed 60 a second', measured: `${(late * 100).toFixed(1)} %` },
  ]
}

/** How long each frame lasted, in milliseconds. */
function scroll(page: Page): Promise<number[]> {
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
