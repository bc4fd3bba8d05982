import type { DropPosition, Point } from './drag.ts'
import styles from './drag-gap.module.css'

export type DragGap = {
  /** Moves the gap; without a position, back to its own place. False where it can't be opened there. */
  move: (position: DropPosition | undefined) => boolean
  /** Whether a point is in the gap, where no element lies. */
  holds: (point: Point) => boolean
  remove: () => void
}

/**
 * Keeps the place of what is dragged open: the elements between its own place and the one where it
 * would go move aside, so that the gap is where it would be.
 */
export function openGap(source: HTMLElement): DragGap {
  const { height } = source.getBoundingClientRect()
  const touched = new Set<HTMLElement>()
  let shifted: readonly HTMLElement[] = []
  let direction = 0
  /** The element of the list that holds it. */
  let own = source
  empty(source)

  function empty(element: HTMLElement): void {
    own = element
    touched.add(element)
    element.classList.add(styles.source ?? '')
  }

  function shift(next: readonly HTMLElement[], step: number): void {
    direction = step
    for (const one of shifted) if (!next.includes(one)) one.style.translate = ''
    for (const one of next) {
      touched.add(one)
      one.classList.add(styles.beside ?? '')
      one.style.translate = `0 ${step * -height}px`
    }
    shifted = next
  }

  return {
    move(position) {
      const pair = position?.mark !== 'around' && position && findPair(source, position.element)
      if (!pair) {
        shift([], 0)
        return position === undefined
      }
      const [first, target] = pair
      if (first !== own) empty(first)
      const isBelow = first.compareDocumentPosition(target) === Node.DOCUMENT_POSITION_FOLLOWING
      const between = isBelow ? listBetween(first, target) : listBetween(target, first)
      const passes = first !== target && position.mark === (isBelow ? 'below' : 'above')
      shift(passes ? [...between, target] : between, isBelow ? 1 : -1)
      return true
    },
    holds({ x, y }) {
      const box = own.getBoundingClientRect()
      const moved = shifted.reduce((sum, one) => sum + one.offsetHeight, 0)
      const top = box.top + direction * moved
      return box.left <= x && x < box.right && top <= y && y < top + height
    },
    remove() {
      for (const one of touched) {
        one.classList.remove(styles.source ?? '', styles.beside ?? '')
        one.style.translate = ''
      }
    },
  }
}

/** The elements of one list that hold these two; undefined when they are in none. */
function findPair(source: Element, target: Element): [HTMLElement, HTMLElement] | undefined {
  let first: Element = source
  while (first.parentElement && !first.parentElement.contains(target)) first = first.parentElement
  const other = [...(first.parentElement?.children ?? [])].find((one) => one.contains(target))
  if (!(first instanceof HTMLElement && other instanceof HTMLElement)) return undefined
  return [first, other]
}

/** The siblings after the first and before the last. */
function listBetween(first: Element, last: Element): HTMLElement[] {
  const between: HTMLElement[] = []
  if (first === last) return between
  for (let next = first.nextElementSibling; next && next !== last; next = next.nextElementSibling) {
    if (next instanceof HTMLElement) between.push(next)
  }
  return between
}
