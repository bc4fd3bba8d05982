/** Runs work when it is its turn, in the order of asking. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Lets only so many run at the same time; the others wait. Who asks bounds how many those are. */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = []
  let running = 0

  async function takeTurn(): Promise<void> {
    if (running < atOnce) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }

  // A turn is passed on as it is, so that nobody who comes just then gets between.
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
