import { expect, test } from 'vitest'
import { gather } from '../src/gather.ts'

/** Notes which items each run had, and lets it end only when told. */
function startRuns() {
  const runs: number[][] = []
  let { promise: allowed, resolve: allow } = Promise.withResolvers<void>()
  const double = async (items: readonly number[]) => {
    runs.push([...items])
    await allowed
    if (items.includes(13)) throw new Error('13 was among them')
    return items.map((item) => item * 2)
  }
  const release = () => {
    allow()
    ;({ promise: allowed, resolve: allow } = Promise.withResolvers<void>())
    allow()
  }
  return { runs, double, release }
}

test('what is asked while a run is under way goes together into the next, up to a bound', async () => {
  const { runs, double, release } = startRuns()
  const ask = gather(double, 3)
  const answers = [1, 2, 3, 4, 5].map(ask)
  expect(runs).toEqual([[1]])
  release()
  expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10])
  expect(runs).toEqual([[1], [2, 3, 4], [5]])
  expect(await ask(6)).toBe(12)
})

test('only the one fails that makes a run fail', async () => {
  const { runs, double, release } = startRuns()
  const ask = gather(double, 10)
  const answers = Promise.allSettled([1, 2, 13, 4].map(ask))
  release()
  expect((await answers).map((answer) => ('value' in answer ? answer.value : 'failed'))).toEqual([
    ...[2, 4, 'failed', 8],
  ])
  expect(runs).toEqual([[1], [2, 13, 4], [2], [13], [4]])
})
