// One hostile person, a process of its own so that nothing it does slows down those who are measured.
// Does one case until it is told to stop, then tells what it got.
import { type CaseName, cases, type Got, type Target } from './cases.ts'

export type HostileOrder = {
  name: CaseName
  target: Target
}

const stop = new AbortController()

process.on('message', async (message: HostileOrder | 'stop') => {
  if (message === 'stop') return stop.abort()
  const got: Got = {}
  const work = cases[message.name](message.target, {
    signal: stop.signal,
    count(what) {
      got[what] = (got[what] ?? 0) + 1
    },
  })
  stop.signal.addEventListener('abort', () => {
    process.send?.(got, () => process.exit())
  })
  await work.catch((error: Error) => {
    if (!stop.signal.aborted) console.error(error)
  })
})
process.on('disconnect', () => process.exit())
