import { expect, test } from 'vitest'
import type { ToastMessage } from './toast-queue.ts'
import { joinRow } from './toast-row.ts'

function deleted(count: number, undo: () => void = () => {}): ToastMessage {
  return {
    text: 'Deleted “Soil”',
    row: { done: 'Deleted', count },
    action: { label: 'Undo', run: undo },
  }
}

test('a row of deletions is one message, and its undo takes all of them back, the newest first', () => {
  const undone: string[] = []
  const first = joinRow(
    undefined,
    deleted(1, () => undone.push('first')),
  )
  expect(first.text).toBe('Deleted “Soil”')
  const second = joinRow(
    first,
    deleted(2, () => undone.push('second')),
  )
  const third = joinRow(
    second,
    deleted(1, () => undone.push('third')),
  )
  expect([second.text, third.text]).toEqual(['Deleted 3 tasks', 'Deleted 4 tasks'])
  third.action?.run()
  expect(undone).toEqual(['third', 'second', 'first'])
})

test('what comes between, and what can’t be undone, begins a new message', () => {
  const other = { text: 'Completed “Soil”', action: { label: 'Undo', run: () => {} } }
  expect(joinRow(deleted(1), other)).toBe(other)
  const again = deleted(1)
  expect(joinRow(other, again)).toBe(again)
  expect(joinRow({ text: '“Soil” is still here.' }, again)).toBe(again)
})
