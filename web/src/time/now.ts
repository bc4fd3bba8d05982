const minuteMilliseconds = 60_000

/** The clock of the page: changes with every minute, and when the page is looked at again. */
export const minuteClock = {
  read: () => Math.floor(Date.now() / minuteMilliseconds) * minuteMilliseconds,
  subscribe(listener: () => void): () => void {
    let timer: ReturnType<typeof setTimeout>
    function wait(): void {
      timer = setTimeout(tick, minuteMilliseconds - (Date.now() % minuteMilliseconds))
    }
    function tick(): void {
      listener()
      wait()
    }
    wait()
    document.addEventListener('visibilitychange', listener)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', listener)
    }
  },
}
