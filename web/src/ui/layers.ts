import { useEffect, useRef } from 'react'
import { readLayerCount, travel } from './layer-entries.ts'

// What lies over the page, topmost last. Each has an entry in the browser's history, at the address of
// the page, so that Back finds it there: on a phone Back is what one closes things with. How many lie
// there stands in the entry's state.
const layers: { close: () => void }[] = []

/** Has Back close something that lies over the page, the topmost first, and nothing else. */
export function useLayer(open: boolean, onClose: () => void): void {
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    if (!open) return
    const layer = { close: () => latest.current() }
    if (layers.push(layer) === 1) addEventListener('popstate', onPopState)
    settleSoon()
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      settleSoon()
    }
  }, [open])
}

/** In a moment, so that one that gives way to another leaves its entry to it. */
function settleSoon(): void {
  setTimeout(settle)
}

function settle(): void {
  if (travel.isUnderWay) return
  const excess = readLayerCount() - layers.length
  if (excess < 0) window.history.pushState({ layers: readLayerCount() + 1 }, '')
  if (excess < -1) settle()
  if (excess <= 0) return
  travel.isUnderWay = true
  window.history.go(-excess)
}

function onPopState(): void {
  const isOwn = travel.isUnderWay
  travel.isUnderWay = false
  if (isOwn) {
    settle()
    return
  }
  const topmost = layers.slice(readLayerCount()).reverse()
  for (const { close } of topmost) close()
  // Forward to where something lay that is closed: there is nothing to go to.
  if (topmost.length === 0) settleSoon()
}
