import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeTask } from '../../model/cache/support/test-cache.ts'
import type { Task } from '../../model/documents/fields.ts'
import { createListLayout, type ListItem } from './list-items.ts'

const tasks = ['1', '2', '3', '4', '5'].map((id) => makeTask(id))

test('a task that is in two groups has a row in each, with a key of its own', () => {
  const layOut = createListLayout()
  const items = layOut([
    { key: 'a', title: 'A', tasks: tasks.slice(0, 2) },
    { key: 'b', title: 'B', tasks: tasks.slice(0, 1) },
  ])
  expect(items.map(({ key }) => key)).toEqual(['heading a', '1', '2', 'heading b', '1 b'])
})

test('however one group changes, its rows are those of a list laid out for the first time', () => {
  const some = fc.shuffledSubarray(tasks)
  fc.assert(
    fc.property(fc.array(some), (changes) => {
      const layOut = createListLayout()
      for (const change of changes) {
        expect(layOut(toGroups(change))).toEqual(createListLayout()(toGroups(change)))
      }
    }),
  )
})

test('rows whose tasks are the same stay the same, also where one between them goes', () => {
  const layOut = createListLayout()
  const before = layOut(toGroups(tasks))
  const after = layOut(toGroups(tasks.filter(({ id }) => id !== '3')))
  const kept = before.filter((item) => !isRowOf(item, '3'))
  expect(after.every((item, index) => item === kept[index])).toBe(true)
})

function toGroups(shown: readonly Task[]) {
  return [{ key: 'all', tasks: shown }]
}

function isRowOf(item: ListItem, id: string): boolean {
  return item.kind === 'row' && item.task.id === id
}
