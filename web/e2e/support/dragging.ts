import type { Locator } from 'playwright-core'

/** Drags one thing to another with the mouse, to the upper or the lower part of it. */
export async function drag(
  from: Locator,
  to: Locator,
  part: 'upper' | 'lower' = 'lower',
): Promise<void> {
  const page = from.page()
  await pickUp(from)
  const target = await to.boundingBox()
  if (!target) throw new Error('Expected something to drop on, found nothing on the screen.')
  const y = target.y + target.height * (part === 'upper' ? 0.2 : 0.8)
  await page.mouse.move(target.x + 60, y, { steps: 4 })
  await page.mouse.up()
}

/** Takes something up with the mouse, and leaves the button down. */
export async function pickUp(from: Locator): Promise<void> {
  const page = from.page()
  const box = await from.boundingBox()
  if (!box) throw new Error('Expected something to drag, found nothing on the screen.')
  await page.mouse.move(box.x + Math.min(box.width - 8, 60), box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 70, box.y + box.height / 2 + 12, { steps: 3 })
  await page.locator('html[data-dragging]').waitFor({ state: 'attached' })
}
