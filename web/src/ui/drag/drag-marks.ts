import type { DropPosition, Point } from './drag.ts'
import { openGap } from './drag-gap.ts'
import styles from './drag-marks.module.css'
import { liftCopy } from './lifted-copy.ts'

export type DragMarks = {
  move: (point: Point, position: DropPosition | undefined) => void
  /** Whether a point is in the gap, where what is dragged stays where it is. */
  isInGap: (point: Point) => boolean
  remove: () => void
}

/**
 * Shows what is dragged beside the pointer, and where it would go. An element is lifted as it is and
 * leaves a gap, as long as the pointer is over its list; else there are a name and a line.
 */
export function showMarks(name: string, source: HTMLElement | undefined, from: Point): DragMarks {
  const label = addMark(styles.label)
  label.textContent = name
  label.dir = 'auto'
  const line = addMark(styles.line)
  const copy = source && liftCopy(source, from)
  const gap = source && openGap(source)
  document.documentElement.dataset.dragging = ''
  return {
    move(point, position) {
      const opened = gap?.move(position?.opensGap ? position : undefined) && position?.opensGap
      const isLifted = copy?.move(point) ?? false
      label.hidden = isLifted
      label.style.translate = `${point.x + 12}px ${point.y + 12}px`
      line.hidden = !position || opened === true
      if (!position) return
      const { left, top, bottom, width, height } = position.element.getBoundingClientRect()
      line.dataset.mark = position.mark
      Object.assign(line.style, {
        left: `${left}px`,
        width: `${width}px`,
        top: `${position.mark === 'below' ? bottom : top}px`,
        height: position.mark === 'around' ? `${height}px` : '',
      })
    },
    isInGap: (point) => gap?.holds(point) ?? false,
    remove() {
      for (const mark of [label, line, copy, gap]) mark?.remove()
      delete document.documentElement.dataset.dragging
    },
  }
}

function addMark(className: string | undefined): HTMLElement {
  const mark = document.createElement('div')
  mark.className = className ?? ''
  mark.ariaHidden = 'true'
  document.body.append(mark)
  return mark
}
