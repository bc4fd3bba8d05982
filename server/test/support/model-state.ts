/** What a person's lists and tasks are, said a second time: the order of the arrays is their order. */
export type Model = {
  lists: ModelList[]
  /** Siblings are in their order; what is between them doesn't matter. The trash is included. */
  tasks: ModelTask[]
  tagIds: string[]
}

export type ModelList = {
  id: string
  name: string
  isInbox: boolean
  deleted: boolean
}

export interface ModelTask extends ModelGroup {
  id: string
  title: string
  completed: boolean
  deleted: boolean
  /** The task or list that took it into the trash along. */
  trashedWith: string | null
  tagIds: string[]
}

export type ModelGroup = {
  listId: string
  parentId: string | null
}

/** The input of whatever mutation the model knows. */
export type ModelInput = {
  id?: string
  ids?: string[]
  mode?: 'ALL' | 'EACH'
  name?: string
  title?: string
  listId?: string
  parentId?: string | null
  afterId?: string
  beforeId?: string
  addTagIds?: string[]
  removeTagIds?: string[]
}

export function find(model: Model, id: string | null | undefined): ModelTask | undefined {
  return model.tasks.find((task) => task.id === id)
}

/** All that it is under, the nearest first. */
export function above(model: Model, task: ModelTask): ModelTask[] {
  const parent = find(model, task.parentId)
  return parent ? [parent, ...above(model, parent)] : []
}

/** All under it at every level, the trash too. */
export function below(model: Model, task: ModelTask): ModelTask[] {
  return model.tasks.filter((each) => above(model, each).includes(task))
}

/** Whether it is there for others to be beside. */
export function isAt(task: ModelTask, { listId, parentId }: ModelGroup): boolean {
  return !task.deleted && task.listId === listId && task.parentId === parentId
}

export function isIn(tasks: readonly ModelTask[]) {
  return (task: ModelTask) => tasks.includes(task)
}

/** Above an open task all are open. */
export function open(model: Model, task: ModelTask): void {
  for (const each of [task, ...above(model, task)]) each.completed = false
}

export function trash(task: ModelTask, trashedWith: string | null): void {
  Object.assign(task, { deleted: true, trashedWith })
}

export function untrash(task: ModelTask): void {
  Object.assign(task, { deleted: false, trashedWith: null })
}
