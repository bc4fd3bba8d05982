import type { Exchange, Operation } from '@urql/core'
import { filter, makeSubject, merge, pipe, share, tap } from 'wonka'
import { runAfterPaint } from '../time/after-paint.ts'

/**
 * Sends mutations one after another, in the order they were made: the later one is what a person
 * means, whichever way is faster through the network. What was done is to be seen before it is sent.
 * Everything else passes.
 */
export const queueExchange: Exchange =
  ({ forward }) =>
  (operations) => {
    const waiting: Operation[] = []
    const turns = makeSubject<Operation>()
    let current: Operation | undefined

    function enter(operation: Operation): void {
      waiting.push(operation)
      if (!current && waiting.length === 1) runAfterPaint(next)
    }

    function next(): void {
      current = waiting.shift()
      if (current) turns.next(current)
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
      tap(({ operation }) => {
        if (operation.key === current?.key) next()
      }),
    )
  }
