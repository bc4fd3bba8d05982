import type { ServerResponse } from 'node:http'

const heldBackMs = 250

/**
 * Keeps an answer to somebody who is over their budget back for a moment: who asks again at once, as
 * nobody should, then can't keep the process busy with refusing. Ends earlier when they go away.
 */
export function holdBack(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      response.off('close', end)
      resolve()
    }
    const timer = setTimeout(end, heldBackMs)
    response.on('close', end)
  })
}
