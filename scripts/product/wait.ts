import { setTimeout as sleep } from 'node:timers/promises'

const hintAfterMs = 10_000

/** Resolves as soon as the address answers with 200; rejects when the signal says so. */
export async function waitForAnswer(
  url: string,
  what: 'API' | 'web app',
  signal: AbortSignal,
): Promise<void> {
  let status: number | undefined
  const hint = setTimeout(() => {
    console.log(describeWait(what, status))
  }, hintAfterMs).unref()
  try {
    for (;;) {
      status = await findStatus(url, signal)
      if (status === 200) return
      await sleep(100, undefined, { signal })
    }
  } finally {
    clearTimeout(hint)
  }
}

function describeWait(what: 'API' | 'web app', status: number | undefined): string {
  if (what === 'API' && status === 503) {
    return '  The database does not answer yet; Tend waits for it. Check DATABASE_URL if this lasts.'
  }
  return `  Still waiting for the ${what}${status ? `, which answers with HTTP ${status}` : ''} …`
}

async function findStatus(url: string, signal: AbortSignal): Promise<number | undefined> {
  signal.throwIfAborted()
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(10_000)])
    const response = await fetch(url, { redirect: 'manual', signal: limit })
    await response.body?.cancel()
    return response.status
  } catch {
    return undefined
  }
}
