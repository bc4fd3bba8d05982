import type { Browser } from 'playwright-core'
import type { Figure } from './figure.ts'
import { loadLighthouse } from './lighthouse-package.ts'

/** What a mid phone (a Pixel 5) has, which the DevTools of Chrome slow a CPU down to. */
const midPhoneIndex = 1_000
const fastest = 1
const slowest = 10
const steps = 7
const triesEach = 3

type PageFunctions = { pageFunctions: { computeBenchmarkIndex: () => number } }

/**
 * Slows a page of its own, and tells Lighthouse's BenchmarkIndex in it: the best of a few, since who
 * shares the machine can only lower it.
 */
interface Benchmark extends AsyncDisposable {
  indexAt(slowdown: number): Promise<number>
}

/**
 * How many times slower this browser's CPU has to be made to be as fast as a mid phone's: found as the
 * DevTools of Chrome do it, by halving, since the index doesn't fall in proportion.
 */
export async function findMidPhoneSlowdown(browser: Browser): Promise<number> {
  await using benchmark = await openBenchmark(browser)
  let [low, high] = [fastest, slowest]
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2
    if ((await benchmark.indexAt(middle)) > midPhoneIndex) low = middle
    else high = middle
  }
  return Math.round(((low + high) / 2) * 10) / 10
}

/** How fast the CPU is now, slowed and not: a shared machine changes from hour to hour. */
export async function measureSpeed(browser: Browser, slowdown: number): Promise<Figure[]> {
  await using benchmark = await openBenchmark(browser)
  const slowed = await benchmark.indexAt(slowdown)
  const own = await benchmark.indexAt(1)
  return [
    { what: 'The CPU is made slower', measured: `${slowdown} times` },
    { what: '· its BenchmarkIndex then, and without', measured: `${slowed}, ${own}` },
  ]
}

async function openBenchmark(browser: Browser): Promise<Benchmark> {
  const { pageFunctions } = await loadLighthouse<PageFunctions>('core/lib/page-functions.js')
  const page = await browser.newPage()
  const devtools = await page.context().newCDPSession(page)
  // The first time, the code of the benchmark itself is slow.
  await page.evaluate(pageFunctions.computeBenchmarkIndex)
  return {
    async indexAt(slowdown) {
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      let best = 0
      for (let tried = 0; tried < triesEach; tried += 1) {
        best = Math.max(best, await page.evaluate(pageFunctions.computeBenchmarkIndex))
      }
      return Math.round(best)
    },
    [Symbol.asyncDispose]: () => page.close(),
  }
}
