import type { Point } from './drag.ts'

const edgePixels = 64
const fastestPixels = 16

/** Scrolls what is under a point a little, faster the closer the point is to its edge. */
export function scrollAtEdges(under: Element, { y }: Point): void {
  const scroller = findScroller(under)
  const page = document.scrollingElement
  const { top, bottom } =
    scroller && scroller !== page
      ? scroller.getBoundingClientRect()
      : { top: 0, bottom: window.innerHeight }
  const step = nearness(top + edgePixels - y) * -1 + nearness(y - (bottom - edgePixels))
  if (step !== 0) (scroller ?? page)?.scrollBy(0, Math.round(step * fastestPixels))
}

function nearness(pixels: number): number {
  return Math.min(1, Math.max(0, pixels / edgePixels))
}

function findScroller(element: Element | null): Element | undefined {
  for (let box = element; box; box = box.parentElement) {
    const isScrollable = /auto|scroll/.test(getComputedStyle(box).overflowY)
    if (isScrollable && box.scrollHeight > box.clientHeight) return box
  }
  return undefined
}
