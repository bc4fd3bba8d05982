import { useEffect, useRef } from 'react'
import type { Task } from '../../model/documents/fields.ts'
import { openTaskPopup } from '../../task-fields/task-popup.store.ts'
import { swallowClick } from '../../ui/drag/swallow-click.ts'
import { readMark } from '../../ui/landmarks.ts'
import { findRow } from './find-row.ts'
import { rememberRow } from './remember-row.ts'
import { findShownTask, taskSelection } from './selection-store.ts'
import { findTitle } from './task-focus.ts'
import type { TaskActions } from './use-task-actions.ts'

type Swipe = { row: HTMLElement; task: Task; pointerId: number; x: number; y: number; dx: number }

/** From here on it is neither a tap nor scrolling. */
const beginPixels = 12
/** From here on, releasing it acts. */
const actPixels = 80

/** On a phone, swiping a row to the right completes it, to the left offers another day. */
export function useRowSwipes(actions: TaskActions): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => watchSwipes((task) => latest.current.toggle([task])), [])
}

function watchSwipes(complete: (task: Task) => void): () => void {
  const listeners = new AbortController()
  let swipe: Swipe | undefined

  function onDown({ target, pointerType, pointerId, clientX: x, clientY: y }: PointerEvent): void {
    end()
    const row = pointerType === 'touch' ? findRow(target) : undefined
    const task = findShownTask(readMark(row, 'taskRow'))
    // While rows are selected, a finger selects.
    if (!row || !task || task.deletedAt || taskSelection.read().ids.size > 0) return
    swipe = { row, task, pointerId, x, y, dx: 0 }
  }

  function onMove(event: PointerEvent): void {
    if (event.pointerId !== swipe?.pointerId) return
    const dx = event.clientX - swipe.x
    const dy = event.clientY - swipe.y
    const begins = Math.abs(dx) >= beginPixels && Math.abs(dx) > 1.5 * Math.abs(dy)
    if (swipe.dx === 0 && !begins) {
      if (Math.abs(dy) >= beginPixels) swipe = undefined
      return
    }
    swipe.dx = dx
    show(swipe)
  }

  function onUp(event: PointerEvent): void {
    if (event.pointerId !== swipe?.pointerId) return
    const { task, row, dx } = swipe
    if (dx !== 0) swallowClick()
    end()
    if (dx >= actPixels) complete(task)
    else if (dx <= -actPixels) reschedule(task, row)
  }

  function end(): void {
    if (swipe) hide(swipe.row)
    swipe = undefined
  }

  const options = { signal: listeners.signal }
  document.addEventListener('pointerdown', onDown, options)
  document.addEventListener('pointermove', onMove, options)
  document.addEventListener('pointerup', onUp, options)
  document.addEventListener('pointercancel', end, options)
  return () => {
    listeners.abort()
    end()
  }
}

function reschedule(task: Task, row: HTMLElement): void {
  const anchor = findTitle(row)
  if (anchor) openTaskPopup({ kind: 'due', of: task, anchor, findReturn: rememberRow(task.id) })
}

function show({ row, dx }: Swipe): void {
  row.setAttribute('data-swipe', dx > 0 ? 'complete' : 'reschedule')
  row.toggleAttribute('data-swipe-acts', Math.abs(dx) >= actPixels)
  row.style.setProperty('--swipe', `${dx}px`)
}

function hide(row: HTMLElement): void {
  row.removeAttribute('data-swipe')
  row.removeAttribute('data-swipe-acts')
  row.style.removeProperty('--swipe')
}
