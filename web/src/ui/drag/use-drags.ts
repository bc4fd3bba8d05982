import { useEffect, useRef } from 'react'
import { type DragSource, watchDrags } from './drag.ts'

/** Lets things be dragged while the component is there, by the rules of its latest rendering. */
export function useDrags<Item>(source: DragSource<Item>): void {
  const latest = useRef(source)
  latest.current = source
  useEffect(() => watchDrags(() => latest.current), [])
}
