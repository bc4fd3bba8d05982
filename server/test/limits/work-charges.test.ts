import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createWorkCharges } from '../../src/budget/work-charges.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function start() {
  const charged = new Map<string, number>()
  const charge = createWorkCharges({
    charge: (userId, points) => charged.set(userId, (charged.get(userId) ?? 0) + points),
  })
  return { charged, charge }
}

test('a day of normal use costs nothing', () => {
  const { charged, charge } = start()
  for (let page = 0; page < 1_000; page += 1) {
    for (let statement = 0; statement < 10; statement += 1) charge('ada', 5)
    vi.advanceTimersByTime(1_000)
  }
  expect(charged.size).toBe(0)
})

test('a person who keeps a core busy all the time is charged more than a budget refills', () => {
  const { charged, charge } = start()
  for (let second = 0; second < 60; second += 1) {
    for (let statement = 0; statement < 20; statement += 1) charge('eve', 50)
    vi.advanceTimersByTime(1_000)
  }
  const { drainPerSecond, capacity } = { drainPerSecond: 2_000, capacity: 100_000 }
  expect(charged.get('eve')).toBeGreaterThan(60 * drainPerSecond + capacity)
})

test('one long import costs less than a whole budget, and others are charged nothing for it', () => {
  const { charged, charge } = start()
  charge('ada', 60_000, 500)
  charge('bob', 100)
  expect(charged.get('ada')).toBe(30_000)
  expect(charged.has('bob')).toBe(false)
})

test('a statement is charged by its time, by itself and among others', () => {
  const { charged, charge } = start()
  charge('eve', 15_000)
  charge('ida', 15_100, 15_000)
  expect(Object.fromEntries(charged)).toEqual({ eve: 130_000, ida: 130_000 })
})
