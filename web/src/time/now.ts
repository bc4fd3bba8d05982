const minuteMs = 60_000

/** The clock of the page: changes with every minute, and when the page becomes visible again. */
export const minuteClock = {
  read: () => Math.floor(Date.now() / minuteMs) * minuteMs,
  subscribe(listener: () => void): () => void {
    let timer: ReturnType<typeof setTimeout>
    function wait(): void {
      timer = setTimeout(tick, minuteMs - (Date.now() % minuteMs))
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
