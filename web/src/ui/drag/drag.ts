import { scrollAtEdges } from './auto-scroll.ts'
import { type DragMarks, showMarks } from './drag-marks.ts'
import { swallowClick } from './swallow-click.ts'

export type Point = { x: number; y: number }

/** Where something would go: a line at an edge of an element, or a frame around all of it. */
export type DropPosition = {
  element: Element
  mark: 'above' | 'below' | 'around'
  /** Whether its list makes room there; only for what is lifted. */
  opensGap?: boolean
  drop: () => void
}

export type DragSource<Item> = {
  /** The item to drag from an element; undefined where there is none. */
  pick: (target: Element) => Item | undefined
  /** The name shown while it is dragged. */
  name: (item: Item) => string
  /** The element that is lifted, and leaves a gap; only its name is shown where there is none. */
  findLifted?: (item: Item) => HTMLElement | undefined
  /** Where it would go at a point, and what lies there; undefined where it can't. */
  findDropPosition: (item: Item, under: Element, point: Point) => DropPosition | undefined
  /** A finger rests on it: it can be dragged from now on, or selected. */
  onHold?: (item: Item) => void
  /** For a handle that doesn't scroll: a finger needn't rest on it. */
  isHandle?: boolean
}

type Gesture<Item> = {
  item: Item
  pointerId: number
  isFinger: boolean
  from: Point
  /** Fingers scroll until they have rested; `dragged` means under way. */
  phase: 'pressed' | 'held' | 'dragged'
}

const holdMs = 450
/** Who owns the current gesture: the first to find an item in it. */
let owner: object | undefined
const slopPixels = { mouse: 5, finger: 10 }

/**
 * Lets things be dragged with the mouse, a pen or a finger, which rests on them first. Esc cancels.
 * What can be picked up, and how, is asked at each press, so it may come and go. Gives the function
 * that ends it.
 */
export function watchDrags<Item>(read: () => DragSource<Item>): () => void {
  const listeners = new AbortController()
  let gesture: Gesture<Item> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let point: Point = { x: 0, y: 0 }
  let marks: DragMarks | undefined
  let position: DropPosition | undefined
  let frame = 0

  function onPointerDown(event: PointerEvent): void {
    const { target, button, isPrimary, pointerId, pointerType } = event
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (owner || button !== 0 || !isPrimary || !isPlain || !(target instanceof Element)) return
    const item = read().pick(target)
    if (item === undefined) return
    owner = listeners
    const isFinger = pointerType === 'touch'
    point = { x: event.clientX, y: event.clientY }
    const isHeld = isFinger && read().isHandle
    gesture = { item, pointerId, isFinger, from: point, phase: isHeld ? 'held' : 'pressed' }
    if (isFinger && !isHeld) timer = setTimeout(hold, holdMs)
  }

  function hold(): void {
    if (!gesture) return
    gesture.phase = 'held'
    read().onHold?.(gesture.item)
  }

  function onPointerMove(event: PointerEvent): void {
    if (event.pointerId !== gesture?.pointerId) return
    // The button was released where no event reached this page.
    if (event.buttons === 0) {
      end()
      return
    }
    point = { x: event.clientX, y: event.clientY }
    if (gesture.phase === 'dragged') return
    const distance = Math.hypot(point.x - gesture.from.x, point.y - gesture.from.y)
    if (distance < (gesture.isFinger ? slopPixels.finger : slopPixels.mouse)) return
    if (gesture.isFinger && gesture.phase === 'pressed') {
      end()
      return
    }
    gesture.phase = 'dragged'
    // From now on nothing else is under the pointer: no hovering, no buttons that come with it.
    document.documentElement.setPointerCapture(event.pointerId)
    const { name, findLifted } = read()
    marks = showMarks(name(gesture.item), findLifted?.(gesture.item), gesture.from)
    follow()
  }

  function follow(): void {
    if (gesture?.phase !== 'dragged') return
    const under = document.elementFromPoint(point.x, point.y)
    if (under) scrollAtEdges(under, point)
    position = findDropPosition(gesture.item)
    marks?.move(point, position)
    frame = requestAnimationFrame(follow)
  }

  function findDropPosition(item: Item): DropPosition | undefined {
    const under = document.elementFromPoint(point.x, point.y)
    const found = under ? read().findDropPosition(item, under, point) : undefined
    return found ?? (marks?.isInGap(point) ? position : undefined)
  }

  function onPointerUp(event: PointerEvent): void {
    if (event.pointerId !== gesture?.pointerId) return
    point = { x: event.clientX, y: event.clientY }
    const dropped = gesture.phase === 'dragged' ? findDropPosition(gesture.item) : undefined
    if (gesture.phase !== 'pressed') swallowClick()
    end()
    dropped?.drop()
  }

  function end(): void {
    if (owner === listeners) owner = undefined
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    marks?.remove()
    marks = undefined
    position = undefined
    gesture = undefined
  }

  const options = { signal: listeners.signal }
  document.addEventListener('pointerdown', onPointerDown, options)
  document.addEventListener('pointermove', onPointerMove, options)
  document.addEventListener('pointerup', onPointerUp, options)
  document.addEventListener(
    'pointercancel',
    (event) => {
      // The event of an earlier finger may come late.
      if (event.pointerId === gesture?.pointerId) end()
    },
    options,
  )
  window.addEventListener('blur', end, options)
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || gesture?.phase !== 'dragged') return
      event.preventDefault()
      event.stopPropagation()
      swallowClick()
      end()
    },
    { ...options, capture: true },
  )
  const keepFromBrowser = (event: Event) => {
    if (gesture) event.preventDefault()
  }
  // The browser would drag links and pictures, and open their menu under a resting finger.
  document.addEventListener('dragstart', keepFromBrowser, options)
  document.addEventListener('contextmenu', keepFromBrowser, options)
  document.addEventListener(
    'touchmove',
    (event) => {
      if (gesture && gesture.phase !== 'pressed') event.preventDefault()
    },
    { ...options, passive: false },
  )
  return () => {
    listeners.abort()
    end()
  }
}
