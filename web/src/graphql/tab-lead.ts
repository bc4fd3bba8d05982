/** The right to do something for all tabs of a browser, which one of them has at a time. */
export type TabLead = {
  /** Waits for it until the tab that has it releases it or is closed. */
  seek: () => void
  /** Takes it from a tab that doesn't answer. */
  takeOver: () => void
  /** Releases it to a tab that waits, and stops waiting for it. */
  letGo: () => void
}

/** Whether the browser offers locks between its tabs, which it does on secure pages alone. */
export function canLeadTabs(): boolean {
  return 'locks' in navigator && 'BroadcastChannel' in globalThis
}

/**
 * Seeks the lead under a name by the browser's locks, which outlive no tab. `onChange` is called
 * with whether this tab has it; `onRefused` when the browser grants no locks here.
 */
export function createTabLead(
  name: string,
  onChange: (isLeading: boolean) => void,
  onRefused: () => void,
): TabLead {
  /** What ends the wait or the lead that is current. */
  let current: AbortController | undefined

  function ask(steal: boolean): void {
    current?.abort()
    const asking = new AbortController()
    current = asking
    const { signal } = asking
    const options = steal ? { steal } : { signal }
    const lead = () => {
      if (signal.aborted) return
      onChange(true)
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    }
    navigator.locks.request(name, options, lead).catch((error) => {
      // Another tab took over, or this one no longer waits.
      if (current !== asking) return
      current = undefined
      if (error instanceof DOMException && error.name === 'AbortError') onChange(false)
      else onRefused()
    })
  }

  return {
    seek: () => current ?? ask(false),
    takeOver: () => ask(true),
    letGo() {
      current?.abort()
      current = undefined
    },
  }
}
