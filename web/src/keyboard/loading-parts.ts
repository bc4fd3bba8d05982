import { useEffect } from 'react'

const parts = new Set<object>()
let onLoaded = () => {}

/**
 * Notes that a part of the page is loading that may handle keys; whoever waits longer than this has given
 * it up. Gives the function to be called once it is there.
 */
export function expectPart(patienceMs: number): () => void {
  const part = {}
  const end = () => {
    // Once the handlers that come with it are there.
    if (parts.delete(part)) queueMicrotask(onLoaded)
  }
  parts.add(part)
  setTimeout(end, patienceMs)
  return end
}

/** Lets keys wait for a part of the page: as long as the component is there in its stead. */
export function useLoadingPart(): void {
  // No layout effect: that would end before the effects with which the part brings its handlers.
  useEffect(() => expectPart(10_000), [])
}

/** Whether a part of the page is loading. */
export function isPartLoading(): boolean {
  return parts.size > 0
}

/** Calls `listener`, and no earlier one, whenever a part has loaded or takes too long. */
export function listenToParts(listener: () => void): void {
  onLoaded = listener
}
