import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { runAfterPaint } from '../../time/after-paint.ts'
import { useHydrated } from '../hydration/use-hydrated.ts'
import { clampWindow, type Extent, isCovered, type ListWindow, moveWindow } from './list-window.ts'
import styles from './windowed-list.module.css'

export type WindowedListProps<Item> = {
  label: string
  items: readonly Item[]
  /** How high an item usually is, in pixels; visible items are measured. */
  usualHeight: number
  children: (item: Item) => ReactNode
  /** Called when the end is about to scroll into view. */
  onNearEnd: () => void
}

type Keyed = { readonly key: string }

/**
 * How far beyond the screen items are ready: the window moves when it is less than the least, a few
 * items at once, so that most frames of scrolling change nothing in the page.
 */
const leastReadyPixels = 350
const readyPixels = 500
/** At what distance from the last item more is loaded. */
const nearEndPixels = 1_500

/**
 * A list of any length of which only what is near the screen is in the page, with room left for
 * the rest. It scrolls with the window, and keeps the item that has the focus. Items have a `key` and
 * may differ in height.
 */
export function WindowedList<Item extends Keyed>(props: WindowedListProps<Item>) {
  const { label, items, usualHeight, children, onNearEnd } = props
  const { box, shown, focusedKey, heightOf, hydrated } = useWindow(items, usualHeight)
  const { first, end } = shown

  const isNearEnd = (items.length - end) * usualHeight < nearEndPixels
  // biome-ignore lint/correctness/useExhaustiveDependencies: with one more page it may still be near.
  useEffect(() => {
    return isNearEnd ? runAfterPaint(onNearEnd) : undefined
  }, [isNearEnd, items.length, onNearEnd])

  function renderItem(item: Item, index: number): ReactNode {
    return (
      // biome-ignore lint/a11y/useSemanticElements: the list that it belongs to isn't one either.
      <div
        key={item.key}
        role="listitem"
        className={styles.item}
        aria-posinset={index + 1}
        aria-setsize={items.length}
      >
        {children(item)}
      </div>
    )
  }

  function renderRoom(name: string, from: number, to: number): ReactNode {
    // Below, an estimate is enough: it moves nothing in sight.
    const height = from >= end ? (to - from) * usualHeight : addHeights(heightOf, from, to)
    // The page's policy allows inline styles only when scripts set them.
    return <div key={name} style={hydrated ? { height } : undefined} />
  }

  const focused = focusedKey ? items.findIndex(({ key }) => key === focusedKey) : -1
  // With its neighbours, which the next key may focus.
  const kept =
    focused === -1
      ? shown
      : { first: Math.max(0, focused - 1), end: Math.min(items.length, focused + 2) }
  const [above, below] = [cut(kept, 0, first), cut(kept, end, items.length)]
  const renderItems = (from: number, to: number) =>
    items.slice(from, to).map((item, index) => renderItem(item, from + index))
  // All in one array, so that an item keeps its element when it moves.
  const content = [
    renderRoom('room above', 0, above.first),
    renderItems(above.first, above.end),
    renderRoom('room below what is kept', above.end, first),
    renderItems(first, end),
    renderRoom('room above what is kept', end, below.first),
    renderItems(below.first, below.end),
    renderRoom('room below', below.end, items.length),
  ].flat()
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is room between its items, which a native list may not hold.
    <div ref={box} role="list" aria-label={label}>
      {content}
    </div>
  )
}

/** What of the list is in the page; follows the screen, and the focus. */
function useWindow<Item extends Keyed>(items: readonly Item[], usualHeight: number) {
  const box = useRef<HTMLDivElement>(null)
  const [heights] = useState(() => new Map<string, number>())
  const hydrated = useHydrated()
  const [known, setKnown] = useState<ListWindow>(() =>
    hydrated ? firstWindow(usualHeight) : serverWindow,
  )
  const [focusedKey, setFocusedKey] = useState<string>()
  const shown = clampWindow(known, items.length)
  const heightOf = (index: number) => heights.get(items[index]?.key ?? '') ?? usualHeight

  function follow(): void {
    // A hidden list has no height.
    if (!box.current?.offsetHeight) return
    const rows = [...box.current.querySelectorAll(itemSelector)]
    for (const row of rows) {
      const key = items[indexOf(row)]?.key
      if (key && !heights.has(key)) heights.set(key, row.getBoundingClientRect().height)
    }
    const holder = document.activeElement?.closest(itemSelector)
    setFocusedKey(holder && rows.includes(holder) ? items[indexOf(holder)]?.key : undefined)
    const inWindow = rows.filter((row) => isWithin(shown, indexOf(row)))
    const top = inWindow[0]?.getBoundingClientRect().top
    const bottom = inWindow.at(-1)?.getBoundingClientRect().bottom
    if (top === undefined || bottom === undefined) return
    const current = { top, bottom }
    if (isCovered(shown, items.length, current, reachBeyond(leastReadyPixels))) return
    const wanted = reachBeyond(readyPixels)
    const next = moveWindow(shown, items.length, heightOf, current, wanted)
    if (next.first !== known.first || next.end !== known.end) setKnown(next)
  }

  // Listeners need the current state of the page, not an older one.
  const latest = useRef(follow)
  useLayoutEffect(() => {
    latest.current = follow
  })
  useEffect(() => {
    const followLatest = () => latest.current()
    addEventListener('scroll', followLatest, { passive: true })
    addEventListener('resize', followLatest)
    return () => {
      removeEventListener('scroll', followLatest)
      removeEventListener('resize', followLatest)
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other items may have other heights.
  useEffect(() => {
    const frame = requestAnimationFrame(() => latest.current())
    return () => cancelAnimationFrame(frame)
  }, [items])

  return { box, shown, focusedKey, heightOf, hydrated }
}

/** What fits most screens, for the server, which doesn't know this one. */
const serverWindow: ListWindow = { first: 0, end: 20 }

/** What fits this screen; the rest is prepared once it is painted. */
function firstWindow(usualHeight: number): ListWindow {
  return { first: 0, end: Math.ceil(innerHeight / usualHeight) }
}

/** The screen, and so much more on both sides. */
function reachBeyond(pixels: number): Extent {
  return { top: -pixels, bottom: innerHeight + pixels }
}

const itemSelector = '[aria-posinset]'

function indexOf(row: Element): number {
  return Number(row.getAttribute('aria-posinset')) - 1
}

function addHeights(heightOf: (index: number) => number, from: number, to: number): number {
  let height = 0
  for (let index = from; index < to; index += 1) height += heightOf(index)
  return height
}

/** The part of a window between two indexes; empty, at the closest index, where there is none. */
function cut({ first, end }: ListWindow, from: number, to: number): ListWindow {
  const within = (index: number) => Math.min(Math.max(index, from), to)
  return { first: within(first), end: within(end) }
}

function isWithin({ first, end }: ListWindow, index: number): boolean {
  return index >= first && index < end
}
