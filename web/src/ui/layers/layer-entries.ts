// The part of `layers.ts` that the app's addresses need, which is loaded first.

/** The number of layers that the current history entry was made for. */
export const layerEntry = { count: 0 }

/** The same, as stored in the history. */
export function readLayerCount(): number {
  return window.history.state?.layers ?? 0
}
