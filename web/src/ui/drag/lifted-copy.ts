import { landmarkAttributes } from '../landmarks.ts'
import type { Point } from './drag.ts'
import styles from './lifted-copy.module.css'

export type LiftedCopy = {
  /** Follows the pointer; false where that has left the column of the list, and the copy is hidden. */
  move: (point: Point) => boolean
  remove: () => void
}

/** A copy of an element that moves with the pointer from the point where it was picked up. */
export function liftCopy(source: HTMLElement, from: Point): LiftedCopy {
  const { left, right, top, width, height } = source.getBoundingClientRect()
  const copy = source.cloneNode(true) as HTMLElement
  // Nobody may take it for the element itself.
  for (const one of [copy, ...copy.querySelectorAll('*')])
    for (const name of [...Object.values(landmarkAttributes), 'id']) one.removeAttribute(name)
  copy.inert = true
  copy.ariaHidden = 'true'
  copy.classList.add(styles.copy ?? '')
  Object.assign(copy.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  })
  document.body.append(copy)
  return {
    move({ x, y }) {
      const isOver = left <= x && x <= right
      copy.hidden = !isOver
      copy.style.translate = `${x - from.x}px ${y - from.y}px`
      return isOver
    },
    remove: () => copy.remove(),
  }
}
