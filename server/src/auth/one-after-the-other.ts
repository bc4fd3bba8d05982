import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * For a `DataLoader` that sends one batch at a time: keys that come meanwhile are collected, and sent together
 * when the batch before is answered.
 */
export function oneAfterTheOther() {
  let running: Promise<unknown> = Promise.resolve()
  let last: Promise<unknown> = Promise.resolve()
  return {
    /** When the next batch is sent (`batchScheduleFn`). */
    schedule(send: () => void): void {
      last = last.then(async () => {
        await running
        await nextTurn()
        send()
      })
    },
    /** Runs a batch. */
    run<Result>(ask: () => Promise<Result>): Promise<Result> {
      const asked = ask()
      running = asked.catch(() => {})
      return asked
    },
  }
}
