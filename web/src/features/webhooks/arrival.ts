// Going from one page of the webhooks to another takes away what had the focus.
let expected: string | undefined

/** Has the element that is called so get the focus once it is there. */
export function focusOnArrival(name: string): void {
  expected = name
}

/** The ref of an element that is called so. */
export function arrivingAs(name: string): (element: HTMLElement | null) => void {
  return (element) => {
    if (!element || expected !== name) return
    expected = undefined
    element.focus()
  }
}
