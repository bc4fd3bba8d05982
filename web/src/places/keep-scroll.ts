import { printAddress } from './address.ts'
import { readAddress, readPlace } from './navigation.ts'

const storageKey = 'tend.scroll'
/** How long a list may take to reach its former length. */
const patienceMs = 5_000
// As in the style sheet of the shell.
const narrow = matchMedia('(max-width: 719px)')
const interruptions = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

type Kept = { place: string; y: number }

export type ScrollMemory = {
  /** To be called when a task is opened or closed: on a narrow screen it hides its place. */
  showTask: (isOpen: boolean) => void
  end: () => void
}

/**
 * Remembers the scroll position of each place, and restores it when the person comes back. The browser
 * tries that too soon, because rows are loaded page by page.
 */
export function keepScroll(): ScrollMemory {
  const kept = new Map<string, number>()
  const listeners = new AbortController()
  const { signal } = listeners
  let place = readPlaceAddress()
  let placeOfTask: string | undefined
  let stopRestoring: (() => void) | undefined
  history.scrollRestoration = 'manual'

  function restore(y: number): void {
    stopRestoring?.()
    let isOver = false
    const stop = scrollWhenPossible(y, () => {
      isOver = true
      stopRestoring = undefined
    })
    // It may be possible at once.
    if (!isOver) stopRestoring = stop
  }

  function onScroll(): void {
    place = readPlaceAddress()
    if (!stopRestoring && !isPlaceHidden()) kept.set(place, scrollY)
  }

  function onPopState(): void {
    const before = place
    place = readPlaceAddress()
    if (place !== before) restore(kept.get(place) ?? 0)
  }

  function onPageHide(): void {
    const here = readPlaceAddress()
    write({ place: here, y: isPlaceHidden() ? (kept.get(here) ?? 0) : scrollY })
  }

  addEventListener('scroll', onScroll, { passive: true, signal })
  addEventListener('popstate', onPopState, { signal })
  addEventListener('pagehide', onPageHide, { signal })
  const earlier = read()
  if (earlier?.place === place && wasHereBefore()) restore(earlier.y)

  return {
    showTask(isOpen) {
      const before = placeOfTask
      placeOfTask = isOpen ? readPlaceAddress() : undefined
      if (!narrow.matches) return
      if (isOpen) scrollTo(0, 0)
      else if (before === readPlaceAddress()) restore(kept.get(before) ?? 0)
    },
    end() {
      listeners.abort()
      stopRestoring?.()
      history.scrollRestoration = 'auto'
    },
  }
}

/** Scrolls to a height as soon as the page is that high, unless somebody does something meanwhile. */
function scrollWhenPossible(y: number, onEnd: () => void): () => void {
  const begun = performance.now()
  const listening = new AbortController()
  let frame = 0

  function stop(): void {
    cancelAnimationFrame(frame)
    listening.abort()
    onEnd()
  }

  function step(): void {
    scrollTo(0, y)
    if (Math.abs(scrollY - y) <= 1 || performance.now() - begun > patienceMs) stop()
    else frame = requestAnimationFrame(step)
  }

  for (const type of interruptions) {
    addEventListener(type, stop, { passive: true, signal: listening.signal })
  }
  step()
  return stop
}

function isPlaceHidden(): boolean {
  return narrow.matches && readAddress()?.taskId !== undefined
}

function readPlaceAddress(): string {
  return printAddress({ place: readPlace() })
}

/** Whether this is a reload or a return; a link or a typed address begins at the top. */
function wasHereBefore(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return entry?.type === 'reload' || entry?.type === 'back_forward'
}

// Storage can be full or forbidden; then a reload begins at the top.
function write(kept: Kept): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(kept))
  } catch {}
}

function read(): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
