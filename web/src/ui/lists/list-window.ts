/** The items of a long list that are in the page: from `first` to before `end`. */
export type ListWindow = { readonly first: number; readonly end: number }

/** How far something reaches down the page, in pixels from the top of the screen. */
export type Extent = { readonly top: number; readonly bottom: number }

/**
 * The window that covers `wanted`, found from the one that is at `current`: item by item, so that
 * their heights may differ. It has at least one item unless `count` is 0.
 */
export function moveWindow(
  { first, end }: ListWindow,
  count: number,
  heightOf: (index: number) => number,
  current: Extent,
  wanted: Extent,
): ListWindow {
  let [start, stop, { top, bottom }] = [first, end, current]
  while (start > 0 && top > wanted.top) top -= heightOf(--start)
  while (stop < count && bottom < wanted.bottom) bottom += heightOf(stop++)
  while (start < stop - 1 && top + heightOf(start) <= wanted.top) top += heightOf(start++)
  while (stop - 1 > start && bottom - heightOf(stop - 1) >= wanted.bottom)
    bottom -= heightOf(--stop)
  return { first: start, end: stop }
}

/** Whether what is at `current` covers `needed`, as far as there are items for it. */
export function isCovered(
  { first, end }: ListWindow,
  count: number,
  current: Extent,
  needed: Extent,
): boolean {
  return (
    (first === 0 || current.top <= needed.top) && (end === count || current.bottom >= needed.bottom)
  )
}

/** The window within a list that has `count` items by now. */
export function clampWindow({ first, end }: ListWindow, count: number): ListWindow {
  const stop = Math.min(end, count)
  return { first: Math.min(first, Math.max(0, stop - (end - first))), end: stop }
}
