import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The violations that axe finds on the page now: each rule with the elements that break it. */
export async function listViolations(page: Page): Promise<string[]> {
  // Colours must have settled, because a fading one is measured halfway.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((a) => a.finished)))
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as never as { axe: typeof axe }).axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)
  })
}
