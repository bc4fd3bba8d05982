import type { DropPosition, Point } from './drag.ts'
import styles from './drag-marks.module.css'

export type DragMarks = {
  move: (point: Point, position: DropPosition | undefined) => void
  remove: () => void
}

/** Shows the name of what is dragged beside the pointer, and where it would go. */
export function showMarks(name: string): DragMarks {
  const label = document.createElement('div')
  label.className = styles.label ?? ''
  label.textContent = name
  label.dir = 'auto'
  const line = document.createElement('div')
  line.className = styles.line ?? ''
  for (const mark of [label, line]) {
    mark.ariaHidden = 'true'
    document.body.append(mark)
  }
  document.documentElement.dataset.dragging = ''
  return {
    move({ x, y }, position) {
      label.style.translate = `${x + 12}px ${y + 12}px`
      line.hidden = !position
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
    remove() {
      label.remove()
      line.remove()
      delete document.documentElement.dataset.dragging
    },
  }
}
