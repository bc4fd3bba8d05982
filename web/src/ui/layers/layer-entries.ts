// The part of `layers.ts` that the app's addresses need, which is loaded first.

/** For how many layers the entry of the history was made that the page is at. */
export const layerEntry = { count: 0 }

/** The same, as the history has it. */
export function readLayerCount(): number {
  return window.history.state?.layers ?? 0
}
