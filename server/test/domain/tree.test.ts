import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maxSubtaskDepth, maxSubtasksPerTask } from '../../src/domain/limits.ts'
import {
  judgeListAndParent,
  judgeRoom,
  type TreeParent,
  type TreeTask,
} from '../../src/domain/tree.ts'

const parent: TreeParent = {
  ...{ id: 'parent', listId: 'home', isTrashed: false },
  ...{ ancestorIds: ['top'], subtaskCount: 3 },
}
const task: TreeTask = { id: 'task', isTrashed: false, listId: 'home', parent }

test.each<[string, TreeTask, string[]]>([
  ['under a parent in its list', task, []],
  ['at the top level', { id: 'task', isTrashed: false, list: { isTrashed: false } }, []],
  ['in whichever list its parent is in', { ...task, listId: undefined }, []],
  ['in a trashed list', { ...task, list: { isTrashed: true } }, ['list-in-trash']],
  ['in a trashed list, trashed', { ...task, list: { isTrashed: true }, isTrashed: true }, []],
  [
    'under a trashed parent',
    { ...task, parent: { ...parent, isTrashed: true } },
    ['parent-in-trash'],
  ],
  [
    'under a trashed parent, trashed',
    { ...task, parent: { ...parent, isTrashed: true }, isTrashed: true },
    [],
  ],
  ['under a parent of another list', { ...task, listId: 'work' }, ['other-list']],
  ['under itself', { ...task, id: 'parent' }, ['under-itself']],
  ['under what is under it', { ...task, id: 'top' }, ['under-itself']],
  [
    'wrong in every way',
    {
      ...{ id: 'top', isTrashed: false, listId: 'work', list: { isTrashed: true } },
      parent: { ...parent, isTrashed: true },
    },
    ['list-in-trash', 'parent-in-trash', 'other-list', 'under-itself'],
  ],
])('a task %s', (_where, candidate, rules) => {
  expect(judgeListAndParent(candidate).map(({ rule }) => rule)).toEqual(rules)
})

const deep = { ...parent, ancestorIds: ['a', 'b', 'c'] }
test.each<[string, TreeParent, number, number, string | undefined]>([
  ['one more', parent, 1, 0, undefined],
  ['the thousandth', { ...parent, subtaskCount: 999 }, 1, 0, undefined],
  ['the thousand and first', { ...parent, subtaskCount: 1_000 }, 1, 0, 'subtasks'],
  ['none that counts', { ...parent, subtaskCount: 1_000 }, 0, 0, undefined],
  ['more than fit at once', parent, 998, 0, 'subtasks'],
  ['the fourth level with one below', deep, 1, 1, undefined],
  ['the fourth level with two below', deep, 1, 2, 'subtaskDepth'],
])('room for %s', (_what, where, count, levels, limit) => {
  expect(judgeRoom(where, { count, levels })?.limit).toBe(limit)
})

test('the tree keeps its rules, whatever is moved where the judge allows it', () => {
  const id = fc.nat({ max: 7 })
  const anywhere = fc.record({ id, parentId: fc.option(id), listId: fc.nat({ max: 1 }) })
  // Those that make long lines, so that it comes to the sixth level.
  const inLine = id.map((nth) => ({ id: nth + 1, parentId: nth, listId: 0 }))
  const move = fc.oneof(anywhere, inLine, inLine)
  fc.assert(
    fc.property(fc.array(move, { minLength: 60, maxLength: 100 }), (moves) => {
      const forest = createForest(9)
      for (const one of moves) forest.tryMove(one.id, one.parentId, one.listId)
      for (const each of forest.tasks) {
        const above = forest.listAbove(each.id)
        expect(above).not.toContain(each.id)
        expect(above.length).toBeLessThanOrEqual(maxSubtaskDepth)
        for (const ancestor of above) expect(forest.tasks[ancestor]?.listId).toBe(each.listId)
        expect(forest.countBelow(each.id)).toBeLessThanOrEqual(maxSubtasksPerTask)
      }
    }),
  )
})

/** Tasks with all but two of the allowed subtasks, which move about. */
function createForest(size: number) {
  const tasks = Array.from({ length: size }, (_, id) => ({
    ...{ id, listId: 0, parentId: null as number | null },
  }))
  const childrenOf = (id: number | null) => tasks.filter((task) => task.parentId === id)
  const listAbove = (id: number): number[] => {
    const above: number[] = []
    let at = tasks[id]?.parentId ?? null
    while (at !== null && above.length <= size) {
      above.push(at)
      at = tasks[at]?.parentId ?? null
    }
    return above
  }
  const countLevels = (id: number): number =>
    childrenOf(id).reduce((most, child) => Math.max(most, 1 + countLevels(child.id)), 0)
  const countBelow = (id: number) => maxSubtasksPerTask - 2 + childrenOf(id).length

  function tryMove(id: number, parentId: number | null, listId: number): void {
    const task = tasks[id]
    const above = parentId === null ? undefined : tasks[parentId]
    if (!task) return
    const parent = above && {
      ...{ id: String(above.id), listId: String(above.listId), isTrashed: false },
      ancestorIds: listAbove(above.id).map(String),
      subtaskCount: countBelow(above.id),
    }
    const candidate = { id: String(id), isTrashed: false, listId: String(listId), parent }
    const count = task.parentId === parentId ? 0 : 1
    if (judgeListAndParent(candidate).length > 0) return
    if (parent && judgeRoom(parent, { count, levels: countLevels(id) })) return
    task.parentId = parentId
    setList(id, listId)
  }

  function setList(id: number, listId: number): void {
    const task = tasks[id]
    if (task) task.listId = listId
    for (const child of childrenOf(id)) setList(child.id, listId)
  }

  return { tasks, listAbove, countBelow, tryMove }
}
