import { useEffect, useLayoutEffect, useRef } from 'react'
import { keepScroll, type ScrollMemory } from './keep-scroll.ts'
import { useAddress } from './navigation.ts'

/** Restores the scroll position on Back, Forward, a reload and when a task is closed. */
export function useKeptScroll(): void {
  const { taskId } = useAddress()
  const memory = useRef<ScrollMemory>(undefined)
  useEffect(() => {
    memory.current = keepScroll()
    return memory.current.end
  }, [])
  const isTaskOpen = taskId !== undefined
  // Before it is painted, so that nothing jumps.
  useLayoutEffect(() => memory.current?.showTask(isTaskOpen), [isTaskOpen])
}
