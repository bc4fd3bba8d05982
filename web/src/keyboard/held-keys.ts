// Keys that come while something they asked for is still loading belong to it: letters for its field
// would else be shortcuts, and complete or delete what has the focus.

const fields =
  'input, textarea, :is([role="dialog"], [role="menu"]), :is([role="dialog"], [role="menu"]) *'
/** Whoever waits longer has given it up. */
const patienceMs = 10_000

let held: KeyboardEvent[] | undefined
let listening: AbortController | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let isWaiting = false
/** What had the focus when keys were asked to be held. */
let left: Element | null = null
let isReleasing = false

/**
 * Holds all keys back until a field or a dialog has the focus, another one than `before`, and types
 * them there in their order.
 */
export function holdKeys(before: Element | null): void {
  isWaiting = true
  left = before
  setTimeout(release)
  if (held) return
  held = []
  listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  addEventListener('keydown', onKeyDown, options)
  addEventListener('focusin', release, options)
  addEventListener('pointerdown', dropHeldKeys, options)
  timer = setTimeout(dropHeldKeys, patienceMs)
}

/** Holds keys no longer, and forgets those that wait: what they were for doesn't come. */
export function dropHeldKeys(): void {
  clearTimeout(timer)
  listening?.abort()
  held = undefined
}

/** Takes a key that came before keys were held back; false when they aren't. */
export function holdKey(event: KeyboardEvent): boolean {
  if (event.isTrusted) held?.push(event)
  return event.isTrusted && held !== undefined
}

function onKeyDown(event: KeyboardEvent): void {
  // Those that are typed from here, and those of the browser.
  if (!event.isTrusted || event.ctrlKey || event.metaKey) return
  // Once, it closes what comes; twice, nobody waits for it any more.
  if (event.key === 'Escape' && held?.at(-1)?.key === 'Escape') {
    dropHeldKeys()
    return
  }
  event.preventDefault()
  event.stopImmediatePropagation()
  held?.push(event)
}

async function release(): Promise<void> {
  const { activeElement } = document
  if (isReleasing || activeElement === left || !activeElement?.matches(fields)) return
  isReleasing = true
  isWaiting = false
  // What is pressed meanwhile comes behind; one of them may ask for the next thing.
  for (let key = held?.shift(); key; key = isWaiting ? undefined : held?.shift()) {
    const { activeElement } = document
    typeKey(key)
    // A list to choose from marks what was typed with the next frame.
    await new Promise(requestAnimationFrame)
    if (key.key === 'Enter') await untilLeft(activeElement)
  }
  isReleasing = false
  if (isWaiting) await release()
  else dropHeldKeys()
}

/** What closes with Enter takes a moment; the keys after it are for what gets the focus then. */
async function untilLeft(element: Element | null): Promise<void> {
  for (let frame = 0; frame < 20 && document.activeElement === element; frame += 1) {
    await new Promise(requestAnimationFrame)
  }
}

function typeKey({ key, code, shiftKey, altKey }: KeyboardEvent): void {
  const init = { key, code, shiftKey, altKey, bubbles: true, cancelable: true }
  if (!document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init))) return
  // Nothing else puts letters into a field as if they were typed, with its undo and its events.
  if (key.length === 1) document.execCommand('insertText', false, key)
  else if (key === 'Backspace') document.execCommand('delete')
  else if (key === 'Enter') document.activeElement?.closest('form')?.requestSubmit()
}
