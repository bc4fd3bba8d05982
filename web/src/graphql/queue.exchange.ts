import type { Exchange, Operation, OperationResult } from '@urql/core'
import { filter, makeSubject, merge, pipe, share, tap } from 'wonka'
import { runAfterPaint } from '../time/after-paint.ts'
import { SessionEndedError } from './token-source.ts'

/** For how long a repeatable change is sent again, and the pause between two attempts. */
const patienceMs = 60_000
const pauseMs = 2_000

/**
 * Sends mutations one after another, in the order they were made: the later one is what a person wants,
 * whichever is faster through the network. A change is painted before it is sent. One with `repeats` in
 * its context has the same effect when it is sent twice: while the API is away it is sent again for a
 * minute, and those after it wait. Everything else passes.
 */
export const queueExchange: Exchange =
  ({ forward }) =>
  (operations) => {
    const waiting: Operation[] = []
    const turns = makeSubject<Operation>()
    let current: Operation | undefined
    let awaySince: number | undefined

    function enter(operation: Operation): void {
      // Those that already wait don't each start a new minute.
      if (!current) awaySince = undefined
      waiting.push(operation)
      if (!current && waiting.length === 1) runAfterPaint(next)
    }

    function next(): void {
      current = waiting.shift()
      if (current) turns.next(current)
    }

    /** Whether the API was out of reach and the mutation is to be sent again. */
    function sendAgain({ operation, error }: OperationResult): boolean {
      if (!current || operation.key !== current.key) return false
      if (!isAway(error)) awaySince = undefined
      else awaySince ??= performance.now()
      if (awaySince === undefined || !current.context.repeats) return false
      if (performance.now() - awaySince > patienceMs) return false
      setTimeout(() => current && turns.next(current), pauseMs)
      return true
    }

    const shared = pipe(
      operations,
      tap((operation) => {
        if (operation.kind === 'mutation') enter(operation)
      }),
      share,
    )
    const others = pipe(
      shared,
      filter(({ kind }) => kind !== 'mutation'),
    )
    return pipe(
      forward(merge([others, turns.source])),
      filter((result) => !sendAgain(result)),
      tap(({ operation }) => {
        if (operation.key === current?.key) next()
      }),
    )
  }

/** Waiting doesn't help when the session has ended. */
function isAway(error: OperationResult['error']): boolean {
  if (!error?.networkError || error.networkError instanceof SessionEndedError) return false
  return error.response === undefined || error.response.status >= 500
}
