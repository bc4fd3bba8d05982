/**
 * Runs `work` in a task of its own: after a key or a click, a browser begins it once it has painted what
 * those changed. Gives the function that cancels it.
 */
export function runAfterPaint(work: () => void): () => void {
  const timer = setTimeout(work)
  return () => clearTimeout(timer)
}
