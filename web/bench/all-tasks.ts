import type { Page } from 'playwright-core'
import type { FilledProduct } from './filled-product.ts'
import type { Settings } from './settings.ts'
import { makeSlowable, type SlowPage } from './slow-page.ts'

export const allRows = '[role=list][aria-label=All] [data-task]'

/** The place that shows every open task, with every page of it loaded. */
export interface AllTasks extends SlowPage, AsyncDisposable {
  page: Page
}

/** Opens it and scrolls down until everything is loaded, then back to the top. */
export async function openAllTasks(product: FilledProduct, settings: Settings): Promise<AllTasks> {
  const window = await product.openSignedIn()
  const { page } = window
  await page.goto('/all')
  await page.locator(allRows).first().waitFor()
  await page.evaluate(scrollToEnd)
  await page.locator(allRows).first().waitFor()
  await checkAllLoaded(page, settings)
  return {
    page,
    ...(await makeSlowable(page, settings)),
    [Symbol.asyncDispose]: () => window[Symbol.asyncDispose](),
  }
}

/** Subtasks are under their parents, and those are few. */
async function checkAllLoaded(page: Page, { tasks }: Settings): Promise<void> {
  const count = Number(
    await page
      .locator('[role=list][aria-label=All] [role=listitem]')
      .first()
      .getAttribute('aria-setsize'),
  )
  if (count < tasks * 0.9) {
    throw new Error(`Nearly ${tasks} tasks were expected to be loaded, found ${count}.`)
  }
}

/** Runs in the page. Rows without text below the list tell that there is more to come. */
async function scrollToEnd(): Promise<void> {
  const below = '[role=list][aria-label=All] ~ [role=status]:has(> [aria-hidden])'
  const hasMore = () => document.querySelector(below) !== null
  const giveUpAt = performance.now() + 300_000
  while (hasMore()) {
    if (performance.now() > giveUpAt) throw new Error('Not all tasks were loaded in five minutes.')
    scrollTo(0, document.documentElement.scrollHeight)
    await new Promise((done) => setTimeout(done, 20))
  }
  scrollTo(0, 0)
}
