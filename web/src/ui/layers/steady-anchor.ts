import { type RefObject, useMemo } from 'react'

/** What a popup is placed beside. */
export type Anchor = RefObject<HTMLElement | null>

/** Something with a position on the screen, as the popups' library takes it. */
export type SteadyAnchor = { getBoundingClientRect: () => DOMRect; contextElement?: Element }

/**
 * An anchor whose popup stays where it is when the anchor goes: a row may leave its list by the very
 * change that is made in its popup. `at` is a point to open at instead, such as the pointer's.
 */
export function useSteadyAnchor(anchor: Anchor, at?: { x: number; y: number }): SteadyAnchor {
  return useMemo(() => {
    let last = new DOMRect(at?.x, at?.y)
    return {
      getBoundingClientRect() {
        if (!at && anchor.current?.isConnected) last = anchor.current.getBoundingClientRect()
        return last
      },
      ...(anchor.current && { contextElement: anchor.current }),
    }
  }, [anchor, at])
}
