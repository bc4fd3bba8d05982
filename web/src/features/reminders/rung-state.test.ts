import { expect, test } from 'vitest'
import type { Task } from '../../model/documents/fields.ts'
import {
  findPauseMs,
  handle,
  keepPlaces,
  listNew,
  listWaiting,
  nothingKnown,
  type RungReminder,
  type RungState,
  receive,
  release,
  settle,
} from './rung-state.ts'

function rang(key: string, task: Partial<Task> = {}): RungReminder {
  const whole = { title: key, completed: false, deletedAt: null, ...task } as Task
  return { key, task: whole, reminderId: key, rangAt: '2026-11-30T09:00:00.000Z' }
}

function answer(rung: RungReminder[], ask: number, before: RungState = nothingKnown): RungState {
  return receive(before, { rung, total: rung.length, nextAt: null, dayTime: '09:00' }, ask)
}

const keys = (rung: readonly RungReminder[]) => rung.map(({ key }) => key)

test('what was there when the page opened isn’t news, and what rang since is', () => {
  const first = answer([rang('bank')], 1)
  expect(listNew(nothingKnown, first)).toEqual([])
  const second = answer([rang('cat'), rang('bank')], 2, first)
  expect(keys(listNew(first, second))).toEqual(['cat'])
})

test('what is completed or deleted elsewhere waits for no answer', () => {
  const state = answer([rang('bank', { completed: true }), rang('cat', { deletedAt: 'now' })], 1)
  expect(listWaiting(state)).toEqual([])
})

test('what was dealt with stays so until the API lists it in an answer to a later request', () => {
  const listed = [rang('bank')]
  const handled = handle(answer(listed, 1), 'bank', 'Dismissed')
  expect(listWaiting(handled)).toEqual([])
  // Asked before the API had it.
  expect(listWaiting(answer(listed, 2, handled))).toEqual([])
  const settled = settle(handled, 'bank', 2)
  expect(listWaiting(answer(listed, 2, settled))).toEqual([])
  // Undone meanwhile.
  expect(keys(listWaiting(answer(listed, 3, settled)))).toEqual(['bank'])
})

test('what was refused waits again', () => {
  const state = handle(answer([rang('bank')], 1), 'bank', 'Dismissed')
  expect(keys(listWaiting(release(state, 'bank')))).toEqual(['bank'])
})

test('a list that is open keeps its places: the gone stay, the new come last', () => {
  const [bank, cat, rent] = [rang('bank'), rang('cat'), rang('rent')]
  const renamed = rang('cat', { title: 'Feed both cats' })
  expect(keepPlaces([bank, cat], [rent, renamed])).toEqual([bank, renamed, rent])
})

test('it asks again when the next one rings, and ever more rarely while that is past', () => {
  const now = Date.parse('2026-11-30T09:00:00.000Z')
  expect(findPauseMs(null, now, 0)).toBeUndefined()
  expect(findPauseMs('2026-11-30T09:01:00.000Z', now, 0)).toBe(60_500)
  const past = '2026-11-30T08:59:00.000Z'
  expect([0, 1, 2, 20].map((tries) => findPauseMs(past, now, tries))).toEqual([
    500, 1_000, 2_000, 60_000,
  ])
})
