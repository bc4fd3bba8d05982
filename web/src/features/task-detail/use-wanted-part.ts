import { useEffect, useRef } from 'react'
import { takeWantedPart, type WantedPart, watchWantedParts } from './wanted-part.store.ts'

/** Begins a part of the panel when it is wanted, once for each time. */
export function useWantedPart({ taskId, part }: WantedPart, begin: () => void): void {
  const latest = useRef(begin)
  latest.current = begin
  useEffect(() => {
    function take(): void {
      if (takeWantedPart({ taskId, part })) latest.current()
    }
    take()
    return watchWantedParts(take)
  }, [taskId, part])
}
