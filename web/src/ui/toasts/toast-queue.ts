export type ToastMessage = {
  text: string
  /** What can still be done about it. */
  action?: { label: string; run: () => void }
  /** What was done to how many; such messages in a row become one: “Deleted 3 tasks”. */
  row?: { done: string; count: number } | undefined
  /** It isn't an answer to what somebody did: it is shown once no other message is. */
  waits?: true
}

type Show = (message: ToastMessage) => void

const waiting: ToastMessage[] = []
const listeners = new Set<() => void>()
let show: Show | undefined
let asked = false

/**
 * Shows a short message over the page, 10 s when something can be done about it, else 6 s; the newest
 * replaces the one before. Works from anywhere below a `Toaster`.
 */
export function showToast(message: ToastMessage): void {
  waiting.push(message)
  // A message measures the page; what it reports is to be painted first, in a frame of its own.
  requestAnimationFrame(() => requestAnimationFrame(showWaiting))
  if (asked) return
  asked = true
  for (const listener of listeners) listener()
}

/** For the viewport, which loads late: hands it what waits and all that comes. */
export function connectToastViewport(next: Show): () => void {
  show = next
  showWaiting()
  return () => {
    show = undefined
  }
}

function showWaiting(): void {
  if (!show) return
  for (const message of waiting.splice(0)) show(message)
}

/** For the toaster: whether there has ever been a message. */
export const toastDemand = {
  read: () => asked,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
