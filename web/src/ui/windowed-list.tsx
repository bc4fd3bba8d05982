import { createContext, memo, type ReactNode, useContext, useEffect, useRef, useState } from 'react'

export type WindowedListProps<Item> = {
  label: string
  items: readonly Item[]
  /** How high an item usually is, in pixels; what is seen is measured. */
  usualHeight: number
  children: (item: Item) => ReactNode
  /** Called when the end comes near. */
  onNearEnd: () => void
}

/**
 * How many items a stretch of the list has, level by level: each is cut into those of the next. The
 * last are few enough to be put into the page within a frame or two on a slow machine.
 */
const sizes = [200, 10] as const
const nearPixels = 900

/**
 * A list of any length of which only what is near the screen stands in the page, a few items at a
 * time, with room left for the rest. It scrolls with the window, and lets go of nothing that has the
 * focus. Items have a `key` and may differ in height.
 */
export function WindowedList<Item extends Keyed>(props: WindowedListProps<Item>) {
  const { label, items, usualHeight, children, onNearEnd } = props
  const content: Content = { items, render: children as Content['render'] }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the items stand in boxes of several, which a native list may not hold.
    <div role="list" aria-label={label}>
      <ContentContext value={content}>
        <Stretches
          level={0}
          first={0}
          length={items.length}
          usualHeight={usualHeight}
          onNearEnd={onNearEnd}
        />
      </ContentContext>
    </div>
  )
}

type Keyed = { readonly key: string }
type Content = { items: readonly Keyed[]; render: (item: Keyed) => ReactNode }

// Past the stretches: of a long list, those far away needn't hear of every change.
const ContentContext = createContext<Content>({ items: [], render: () => null })

type StretchProps = {
  /** Which of the sizes it has. */
  level: number
  /** How many items stand before, and how many in it. */
  first: number
  length: number
  usualHeight: number
  onNearEnd: (() => void) | undefined
}

/** A part of the list, cut into stretches. */
function Stretches({ level, first, length, usualHeight, onNearEnd }: StretchProps) {
  const size = sizes[level] ?? length
  const count = Math.ceil(length / size)
  return Array.from({ length: count }, (_, index) => (
    <Stretch
      // biome-ignore lint/suspicious/noArrayIndexKey: a box is a stretch of the list, whatever stands in it.
      key={index}
      level={level}
      first={first + index * size}
      length={Math.min(size, length - index * size)}
      usualHeight={usualHeight}
      onNearEnd={index === count - 1 ? onNearEnd : undefined}
    />
  ))
}

const Stretch = memo(function Stretch(props: StretchProps) {
  const { level, first, length, usualHeight, onNearEnd } = props
  const box = useRef<HTMLDivElement>(null)
  const itemHeight = useRef(usualHeight)
  const itemCount = useRef(length)
  const [near, setNear] = useState(first === 0)
  const isLast = level === sizes.length - 1
  itemCount.current = length

  useEffect(() => {
    const element = box.current
    if (!element) return
    return watchNearness(element, (isNear, height) => {
      if (!isNear) itemHeight.current = height / Math.max(1, itemCount.current)
      setNear(isNear || element.contains(document.activeElement))
    })
  }, [])

  useEffect(() => {
    if (near && isLast) onNearEnd?.()
  }, [near, isLast, onNearEnd])

  return (
    <div ref={box} style={near ? undefined : { height: itemHeight.current * length }}>
      {near && isLast && <Items first={first} length={length} />}
      {near && !isLast && (
        <Stretches {...props} level={level + 1} usualHeight={itemHeight.current} />
      )}
    </div>
  )
})

function Items({ first, length }: Pick<StretchProps, 'first' | 'length'>) {
  const { items, render } = useContext(ContentContext)
  return items.slice(first, first + length).map((item, index) => (
    // biome-ignore lint/a11y/useSemanticElements: the list that it belongs to is none either.
    <div
      key={item.key}
      role="listitem"
      aria-posinset={first + index + 1}
      aria-setsize={items.length}
    >
      {render(item)}
    </div>
  ))
}

type NearnessListener = (isNear: boolean, height: number) => void

const listeners = new WeakMap<Element, NearnessListener>()
let observer: IntersectionObserver | undefined

/** Tells whenever an element comes near the screen or leaves it; one observer serves all. */
function watchNearness(element: Element, listener: NearnessListener): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries)
        listeners.get(target)?.(isIntersecting, boundingClientRect.height)
    },
    { rootMargin: `${nearPixels}px 0px` },
  )
  listeners.set(element, listener)
  observer.observe(element)
  return () => observer?.unobserve(element)
}
