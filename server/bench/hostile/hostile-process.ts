// One hostile person, in a process of its own so that its work doesn't slow down the people who are
// measured. It prepares a case and reports that, runs it from a first message until a second one,
// and then reports its result.
import { type CaseName, cases, type Got, type Target } from './cases.ts'

export type HostileOrder = {
  name: CaseName
  target: Target
}

const stop = new AbortController()
let begin = async (): Promise<unknown> => undefined

process.on('message', async (message: HostileOrder | 'begin' | 'stop') => {
  if (message === 'stop') return stop.abort()
  if (message === 'begin')
    return await begin().catch((error: Error) => {
      if (!stop.signal.aborted) console.error(error)
    })
  const got: Got = {}
  const strike = cases[message.name](message.target)
  const count = (what: string) => {
    got[what] = (got[what] ?? 0) + 1
  }
  begin = () => strike({ signal: stop.signal, count })
  stop.signal.addEventListener('abort', () => {
    process.send?.(got, () => process.exit())
  })
  process.send?.('ready')
})
process.on('disconnect', () => process.exit())
