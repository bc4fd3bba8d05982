import { useEffect, useRef, useState } from 'react'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import type { WebhookOutcome } from './send-mutation.ts'
import type { AttemptData } from './webhook.query.ts'
import { describeProblem } from './webhook-words.ts'

/** What somebody has asked for. */
export type Asked = 'test' | 'event' | 'replay'

export type Awaited = {
  /** What is on its way; undefined when nothing is. */
  asked: Asked | undefined
  /** Asks for it, and says in a message how it went once that is known. */
  ask(what: Asked, run: () => Promise<WebhookOutcome<unknown>>): Promise<void>
}

const lookMs = 1_000
/** A receiver may take 15 seconds, and its turn may have to come first. */
const longestMs = 30_000

/** Looks for the attempt that somebody asked for, until it is there. */
export function useAwaited(attempts: readonly AttemptData[], refresh: () => void): Awaited {
  const [waiting, setWaiting] = useState<{
    what: Asked
    after: string | undefined
    isSent: boolean
  }>()
  const newest = attempts[0]?.id
  const came = waiting?.isSent && findResult(attempts, waiting)
  const busy = useRef(false)

  useEffect(() => {
    if (!waiting?.isSent) return
    const look = setInterval(refresh, lookMs)
    const end = setTimeout(() => {
      setWaiting(undefined)
      showToast({ text: 'There is no answer yet. It will show up under Deliveries.' })
    }, longestMs)
    return () => {
      clearInterval(look)
      clearTimeout(end)
    }
  }, [waiting, refresh])

  useEffect(() => {
    if (!waiting || !came) return
    setWaiting(undefined)
    const name = waiting.what === 'test' ? 'The test' : 'The event'
    const { problem } = came
    showToast({
      text: problem ? `${name} failed: ${describeProblem(problem)}.` : `${name} was delivered.`,
    })
  }, [waiting, came])

  return {
    asked: waiting?.what,
    async ask(what, run) {
      if (waiting || busy.current)
        return showToast({ text: 'Wait for the last one: there is no answer yet.' })
      busy.current = true
      setWaiting({ what, after: newest, isSent: false })
      const outcome = await run()
      busy.current = false
      setWaiting(outcome.ok ? { what, after: newest, isSent: true } : undefined)
      if (!outcome.ok) showToast({ text: outcome.message })
      refresh()
    },
  }
}

/** Of those that came after the newest one there was before. */
function findResult(
  attempts: readonly AttemptData[],
  { what, after }: { what: Asked; after: string | undefined },
): AttemptData | undefined {
  const end = attempts.findIndex(({ id }) => id === after)
  const fresh = end < 0 ? attempts : attempts.slice(0, end)
  if (what === 'replay') return fresh.findLast(({ byHand }) => !byHand)
  return fresh.find(({ byHand, isTest }) => byHand && isTest === (what === 'test'))
}
