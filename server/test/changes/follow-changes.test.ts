import { expect, test } from 'vitest'
import { followChanges } from '../../src/changes/follow-changes.ts'
import { Listeners } from '../../src/changes/listeners.ts'

test('a turn is held until its page has been taken, and the next page comes after that', async () => {
  const order: string[] = []
  const over = new AbortController()
  const follower = {
    async read() {
      order.push('read')
      return { changes: [], cursor: 'x' as never, hasMore: true, resetRequired: true }
    },
    subscriber: new Listeners().listen('ada'),
    async takeTurn() {
      order.push('turn begins')
      return { [Symbol.dispose]: () => void order.push('turn ends') }
    },
    lookEveryMs: 1,
    signal: over.signal,
  }
  let pages = 0
  for await (const _page of followChanges(follower, undefined)) {
    order.push('taken')
    pages += 1
    if (pages === 2) over.abort()
  }
  const one = ['turn begins', 'read', 'taken', 'turn ends']
  expect(order).toEqual([...one, ...one])
})
