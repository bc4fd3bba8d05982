// Keys that come while something they asked for is still loading belong to it: letters for its field
// would else be shortcuts, and complete or delete what has the focus.

const fields =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="dialog"] *'
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
  if (event.key === 'Escape') {
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
    typeKey(key)
    await new Promise((resolve) => setTimeout(resolve))
  }
  isReleasing = false
  if (isWaiting) await release()
  else dropHeldKeys()
}

function typeKey({ key, code, shiftKey, altKey }: KeyboardEvent): void {
  const init = { key, code, shiftKey, altKey, bubbles: true, cancelable: true }
  if (!document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init))) return
  // Nothing else puts letters into a field as if they were typed, with its undo and its events.
  if (key.length === 1) document.execCommand('insertText', false, key)
  else if (key === 'Backspace') document.execCommand('delete')
}
