import { useEffect, useRef } from 'react'
import { layerEntry, readLayerCount } from './layer-entries.ts'

// What lies over the page, topmost last. Each has an entry in the browser's history, at the address of
// the page, so that Back finds it there: on a phone Back is what one closes things with. The entry's
// state says how many are open. What is closed otherwise leaves its entry for the next one, or to be
// passed over: going back at once would break off whatever the page is just about to load.
const layers: { close: () => void }[] = []

/** Has Back close something that lies over the page, the topmost first, and nothing else. */
export function useLayer(open: boolean, onClose: () => void): void {
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    if (!open) return
    const layer = { close: () => latest.current() }
    layers.push(layer)
    addEventListener('popstate', onPopState)
    while (readLayerCount() < layers.length)
      window.history.pushState({ layers: readLayerCount() + 1 }, '')
    layerEntry.count = readLayerCount()
    return () => {
      layers.splice(layers.indexOf(layer), 1)
    }
  }, [open])
}

function onPopState(): void {
  const steps = layerEntry.count - readLayerCount()
  layerEntry.count = readLayerCount()
  if (steps <= 0) return
  const topmost = layers.slice(-steps).reverse()
  for (const { close } of topmost) close()
  // Nothing lay there any more, so it is the place itself that is left.
  if (topmost.length === 0) window.history.back()
}
