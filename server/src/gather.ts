/**
 * Lets one run do what many ask for at the same time: what is asked while a run is under way goes together into
 * the next. A run that fails is repeated for each alone, so that nobody fails because of another.
 *
 * @param run gives one result for each item, in their order
 * @param most how many items a run has at most
 */
export function gather<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  most: number,
): (item: Item) => Promise<Result> {
  type Asked = PromiseWithResolvers<Result> & { item: Item }
  const waiting: Asked[] = []
  let isRunning = false

  async function runFor(asked: readonly Asked[]): Promise<void> {
    try {
      const results = await run(asked.map(({ item }) => item))
      asked.forEach(({ resolve }, nth) => {
        resolve(results[nth] as Result)
      })
    } catch (error) {
      if (asked.length === 1) asked[0]?.reject(error)
      else for (const one of asked) await runFor([one])
    }
  }

  async function runAll(): Promise<void> {
    isRunning = true
    while (waiting.length > 0) await runFor(waiting.splice(0, most))
    isRunning = false
  }

  return (item) => {
    const asked = { ...Promise.withResolvers<Result>(), item }
    waiting.push(asked)
    if (!isRunning) void runAll()
    return asked.promise
  }
}
