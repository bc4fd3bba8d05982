/** Runs work when it gets its turn, in the order of the calls. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Lets only so many run at the same time; the others wait. The caller limits how many may wait. */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = []
  let running = 0

  async function takeTurn(): Promise<void> {
    if (running < atOnce) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }

  // A turn is passed on directly, so that a call that comes just then can't jump the queue.
  function passTurn(): void {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  return async (work) => {
    await takeTurn()
    try {
      return await work()
    } finally {
      passTurn()
    }
  }
}
