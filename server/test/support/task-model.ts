import { type Code, done, joinCodes, ModelBatch, type Outcome } from './model-batch.ts'

import {
  above,
  below,
  find,
  isAt,
  isIn,
  type Model,
  type ModelGroup,
  type ModelInput,
  type ModelTask,
  open,
  trash,
  untrash,
} from './model-state.ts'

const maxDepth = 5

/** Does what the mutation of this name would do, and says what was refused. */
export function applyToModel(model: Model, name: string, input: ModelInput): Outcome {
  const change = changes[name]
  if (!change) throw new Error(`Expected a mutation the model knows, found ${name}`)
  return change(model, input)
}

const changes: Record<string, (model: Model, input: ModelInput) => Outcome> = {
  createList,
  deleteList: (model, input) => changeList(model, input, true),
  restoreList: (model, input) => changeList(model, input, false),
  createTask,
  updateTask,
  ...{ moveTask: moveTasks, moveTasks },
  ...{ completeTask: completeTasks, completeTasks },
  ...{ reopenTask: reopenTasks, reopenTasks },
  ...{ deleteTask: deleteTasks, deleteTasks },
  ...{ restoreTask: restoreTasks, restoreTasks },
}

function createList(model: Model, { id = '', name = '' }: ModelInput): Outcome {
  model.lists.push({ id, name, isInbox: false, deleted: false })
  return done
}

function changeList(model: Model, input: ModelInput, deleted: boolean): Outcome {
  const list = model.lists.find(({ id }) => id === input.id)
  if (!list) return { refused: 'NOT_FOUND' }
  if (list.isInbox && deleted) return { refused: 'CONFLICT' }
  for (const task of model.tasks.filter(({ listId }) => listId === list.id)) {
    if (deleted && !task.deleted) trash(task, list.id)
    if (!deleted && task.trashedWith === list.id) untrash(task)
  }
  list.deleted = deleted
  return done
}

function createTask(model: Model, input: ModelInput): Outcome {
  const inbox = { listId: model.lists.find((list) => list.isInbox)?.id ?? '', parentId: null }
  const codes = [...checkContent(model, input), ...checkGroup(model, input)]
  const group = groupOf(model, input, inbox)
  const parent = find(model, input.parentId)
  if (parent && above(model, parent).length + 1 > maxDepth) codes.push('LIMIT_EXCEEDED')
  const sibling = find(model, input.afterId ?? input.beforeId)
  if (codes.length === 0 && sibling && !isAt(sibling, group)) codes.push('BAD_USER_INPUT')
  codes.push(...checkSibling(model, input))
  const refused = joinCodes(codes)
  if (refused) return { refused }
  const { id = '', title = '' } = input
  const state = { completed: false, deleted: false, trashedWith: null }
  const task = { id, title: title.trim(), ...group, ...state, tagIds: [] }
  putAt(model, [{ task, group }], input)
  return done
}

function updateTask(model: Model, input: ModelInput): Outcome {
  const batch = new ModelBatch(model, input, 'refused')
  const moves = planMoves(model, batch, input)
  batch.refuseAll(checkContent(model, input))
  const { title, addTagIds = [], removeTagIds = [], listId, parentId } = input
  return batch.carryOut((tasks) => {
    for (const task of tasks) {
      if (title !== undefined) task.title = title.trim()
      const kept = task.tagIds.filter((id) => !removeTagIds.includes(id))
      task.tagIds = [...new Set([...kept, ...addTagIds])]
    }
    // If its own sibling group is named, a task stays at its position.
    const elsewhere = moves.filter(({ task, group }) => !isAt(task, group))
    if (listId !== undefined || parentId !== undefined) putAt(model, elsewhere, {})
  })
}

function moveTasks(model: Model, input: ModelInput): Outcome {
  const batch = new ModelBatch(model, input, 'refused')
  const moves = planMoves(model, batch, input)
  return batch.carryOut(() => putAt(model, moves, input))
}

function completeTasks(model: Model, input: ModelInput): Outcome {
  return new ModelBatch(model, input, 'refused').carryOut((tasks) => {
    for (const each of tasks.flatMap((task) => [task, ...below(model, task)]))
      if (!each.deleted) each.completed = true
  })
}

function reopenTasks(model: Model, input: ModelInput): Outcome {
  return new ModelBatch(model, input, 'refused').carryOut((tasks) => {
    for (const task of tasks) open(model, task)
  })
}

function deleteTasks(model: Model, input: ModelInput): Outcome {
  return new ModelBatch(model, input, 'accepted').carryOut((tasks) => {
    const living = tasks.filter((task) => !task.deleted)
    for (const top of living.filter((task) => !above(model, task).some(isIn(living)))) {
      trash(top, null)
      for (const task of below(model, top)) if (!task.deleted) trash(task, top.id)
    }
  })
}

function restoreTasks(model: Model, input: ModelInput): Outcome {
  return new ModelBatch(model, input, 'accepted').carryOut((tasks) => {
    const roots = tasks.filter((task) => task.deleted)
    const along = roots.flatMap((root) =>
      below(model, root).filter(
        ({ trashedWith }) =>
          trashedWith !== null && (trashedWith === root.id || trashedWith === root.trashedWith),
      ),
    )
    for (const task of [...roots, ...along]) untrash(task)
    const inbox = model.lists.find((list) => list.isInbox)?.id ?? ''
    const orphans = roots.flatMap((task) => {
      const parent = find(model, task.parentId)
      const listIsGone = model.lists.some((list) => list.id === task.listId && list.deleted)
      const isLost = parent ? parent.deleted : listIsGone
      return isLost
        ? [{ task, group: { listId: listIsGone ? inbox : task.listId, parentId: null } }]
        : []
    })
    putAt(model, orphans, {})
    for (const root of roots) if (!root.completed) open(model, root)
  })
}

type Move = {
  task: ModelTask
  group: ModelGroup
}

function planMoves(model: Model, batch: ModelBatch, input: ModelInput): Move[] {
  const wrong = [...checkGroup(model, input), ...checkSibling(model, input)]
  batch.refuseAll(wrong)
  if (wrong.length > 0) return []
  const moves = batch.accepted().map((task) => ({ task, group: groupOf(model, input, task) }))
  const misfit = ({ task, group }: Move) => findMisfit(model, task, group, input)
  const good = moves.filter((move) => misfit(move) === undefined)
  const changesGroup = input.listId !== undefined || input.parentId !== undefined
  const travels = ({ task }: Move) =>
    changesGroup && above(model, task).some(isIn(good.map((move) => move.task)))
  for (const move of moves)
    if (!good.includes(move) && !travels(move))
      batch.refuse(move.task, misfit(move) ?? 'BAD_USER_INPUT')
  return good.filter((move) => !travels(move))
}

/** The code of what keeps a task from going there. */
function findMisfit(
  model: Model,
  task: ModelTask,
  group: ModelGroup,
  input: ModelInput,
): Code | undefined {
  const sibling = find(model, input.afterId ?? input.beforeId)
  const parent = find(model, input.parentId)
  const line = parent ? [parent, ...above(model, parent)] : []
  if (line.includes(task)) return 'BAD_USER_INPUT'
  const height = Math.max(0, ...below(model, task).map((each) => above(model, each).length))
  const levels = height > 0 ? height - above(model, task).length : 0
  if (line.length + levels > maxDepth && parent) return 'LIMIT_EXCEEDED'
  return sibling && (sibling === task || !isAt(sibling, group)) ? 'BAD_USER_INPUT' : undefined
}

/** Puts tasks where they go, what is under them along; an open one opens what it is under. */
function putAt(model: Model, moves: readonly Move[], { afterId, beforeId }: ModelInput): void {
  const coming = moves.map(({ task }) => task)
  const others = model.tasks.filter((task) => !coming.includes(task))
  const sibling = others.findIndex(({ id }) => id === (afterId ?? beforeId))
  const index = sibling === -1 ? others.length : sibling + (afterId === undefined ? 0 : 1)
  model.tasks = others.toSpliced(index, 0, ...coming)
  for (const { task, group } of moves) {
    task.parentId = group.parentId
    for (const each of [task, ...below(model, task)]) each.listId = group.listId
    if (!task.completed) open(model, task)
  }
}

function checkContent(model: Model, { title, addTagIds = [], removeTagIds = [] }: ModelInput) {
  const unknown = [...addTagIds, ...removeTagIds].filter((id) => !model.tagIds.includes(id))
  const codes = unknown.map((): Code => 'NOT_FOUND')
  if (title?.trim() === '') codes.push('BAD_USER_INPUT')
  return codes
}

function checkSibling(model: Model, { afterId, beforeId }: ModelInput): Code[] {
  const id = afterId ?? beforeId
  return id === undefined || find(model, id) ? [] : ['NOT_FOUND']
}

function checkGroup(model: Model, { listId, parentId }: ModelInput): Code[] {
  const codes: Code[] = []
  const list = model.lists.find(({ id }) => id === listId)
  const parent = find(model, parentId)
  if (listId !== undefined && !list) codes.push('NOT_FOUND')
  if (parentId != null && !parent) codes.push('NOT_FOUND')
  if (list?.deleted) codes.push('CONFLICT')
  if (parent?.deleted) codes.push('CONFLICT')
  if (list && parent && parent.listId !== list.id) codes.push('BAD_USER_INPUT')
  return codes
}

function groupOf(model: Model, { listId, parentId }: ModelInput, now: ModelGroup): ModelGroup {
  const parent = find(model, parentId)
  if (parent) return { listId: parent.listId, parentId: parent.id }
  const stays = parentId === undefined && (listId ?? now.listId) === now.listId
  return { listId: listId ?? now.listId, parentId: stays ? now.parentId : null }
}
