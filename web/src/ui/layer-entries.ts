// The part of `layers.ts` that the app's addresses need, which is loaded first.

/** Whether the history is on its way from a layer's entry to another, which it tells by `popstate`. */
export const travel = { isUnderWay: false }

/** How many layers the entry of the history was made for. */
export function readLayerCount(): number {
  return window.history.state?.layers ?? 0
}

/** Does what changes the history when it isn't on its way, which would end up somewhere else. */
export function whenSettled(run: () => void): void {
  if (travel.isUnderWay) addEventListener('popstate', run, { once: true })
  else run()
}
