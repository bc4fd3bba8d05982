import type { ServerResponse } from 'node:http'

const heldBackMs = 250

/**
 * Delays the answer to somebody who is over their budget for a moment, so that a client that asks again at
 * once, as none should, can't keep the process busy with refusals. Ends earlier if they disconnect.
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
