import type { Page } from 'playwright-core'

/** What an action is over with: an element that is there, with a text, or one that is there no more. */
export type Outcome = {
  event: 'click' | 'keydown' | 'input'
  selector: string
  text?: string
  gone?: boolean
}

/**
 * From the last input event until the frame is painted in which its outcome is in the page, in
 * milliseconds. `act` makes that input.
 */
export async function timeToPaint(
  page: Page,
  outcome: Outcome,
  act: () => Promise<void>,
): Promise<number> {
  const measured = await page.evaluateHandle(watchForPaint, outcome)
  await act()
  return measured.evaluate(({ painted }) => painted)
}

/** Runs in the page. */
function watchForPaint({ event, selector, text = '', gone = false }: Outcome): {
  painted: Promise<number>
} {
  const limitMs = 20_000
  let startedAt = 0
  const noteInput = ({ timeStamp }: Event) => {
    startedAt = timeStamp
  }
  addEventListener(event, noteInput, { capture: true })
  const isThere = () => {
    const found = document.querySelector(selector)
    return found?.textContent.includes(text) ?? false
  }
  const painted = new Promise<number>((resolve, reject) => {
    const observer = new MutationObserver(() => {
      if (startedAt === 0 || isThere() === gone) return
      observer.disconnect()
      removeEventListener(event, noteInput, { capture: true })
      // What the next frame asks for most urgently comes when that frame has been painted, and before
      // what the page does then.
      requestAnimationFrame(() => {
        scheduler.postTask(() => resolve(performance.now() - startedAt), {
          priority: 'user-blocking',
        })
      })
    })
    setTimeout(() => {
      observer.disconnect()
      reject(
        new Error(`${selector} was expected ${gone ? 'to go' : 'to come'} within ${limitMs} ms.`),
      )
    }, limitMs)
    observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
  })
  return { painted }
}
