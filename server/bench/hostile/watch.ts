import { readFile } from 'node:fs/promises'

/** The worst values seen of a process during a measurement. */
export type Seen = {
  peakResidentBytes: number
  worstLivezMs: number
}

const everyMs = 250

/** Reads four times a second a process's memory and how soon it answers a health check. */
export function watch({ pid, port }: { pid: number; port: number }): { stop(): Promise<Seen> } {
  const seen: Seen = { peakResidentBytes: 0, worstLivezMs: 0 }
  const asked: Promise<void>[] = []

  async function readResident(): Promise<void> {
    // Linux reports this for any process; elsewhere it stays 0.
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
    seen.peakResidentBytes = Math.max(seen.peakResidentBytes, kilobytes * 1024)
  }
  async function askLivez(): Promise<void> {
    const startedAt = performance.now()
    await fetch(`http://127.0.0.1:${port}/livez`).then((answer) => answer.text())
    seen.worstLivezMs = Math.max(seen.worstLivezMs, performance.now() - startedAt)
  }
  const timer = setInterval(() => {
    asked.push(...[readResident(), askLivez()].map((look) => look.catch(() => {})))
  }, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(asked)
      return seen
    },
  }
}
