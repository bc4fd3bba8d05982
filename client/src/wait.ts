const shortestSeconds = 0.1
const longestSeconds = 30

/**
 * How long to wait before the next attempt. Without a wish of the API it is twice as long after each failure.
 * Chance keeps many clients from coming back in one moment, and never has one come before the API wants it.
 */
export function secondsBefore(failures: number, retryAfterSeconds?: number): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds + Math.random() * shortestSeconds
  const seconds = Math.min(longestSeconds, shortestSeconds * 2 ** failures)
  return seconds * (0.5 + Math.random() / 2)
}

/** @throws what the signal was aborted with */
export function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end)
      resolve()
    }, seconds * 1000)
    if (signal?.aborted) end()
    else signal?.addEventListener('abort', end, { once: true })
  })
}
