import { useEffect, useRef } from 'react'
import { layerEntry, readLayerCount } from './layer-entries.ts'

// The layers open over the page, topmost last. Each has an entry in the browser's history, at the
// page's address, so that Back closes it, as people expect on a phone. The entry's state says how many
// are open. A layer closed otherwise leaves its entry to the next one, or to be skipped: going back at
// once would cancel whatever the page is about to load.
const layers: { close: () => void }[] = []

/** Makes Back close a layer over the page, the topmost first, and nothing else. */
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
  // No layer was open any more, so Back leaves the place itself.
  if (topmost.length === 0) window.history.back()
}
