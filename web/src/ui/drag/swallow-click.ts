/** Ignores the click that follows a drop or a swipe; the next press counts again. */
export function swallowClick(): void {
  const stop = new AbortController()
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  const options = { capture: true, signal: stop.signal }
  // On the window, so that no other listener gets it first.
  window.addEventListener('click', swallow, { ...options, once: true })
  document.addEventListener('pointerdown', () => stop.abort(), options)
  setTimeout(() => stop.abort(), 300)
}
