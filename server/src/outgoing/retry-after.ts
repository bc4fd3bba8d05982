const shortestRetrySeconds = 1
const longestRetrySeconds = 86_400

/** In how many seconds a `Retry-After` wants to be asked again: it has seconds, or a date (RFC 9110, section 10.2.3). */
export function readRetryAfter(text: string | undefined, nowMs: number): number | undefined {
  if (text === undefined) return undefined
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - nowMs) / 1_000
  if (!(seconds >= 0)) return undefined
  return Math.min(Math.max(Math.ceil(seconds), shortestRetrySeconds), longestRetrySeconds)
}
