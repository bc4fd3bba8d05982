import { randomUUIDv7 } from 'node:crypto'
import { isForeignKeyViolation } from '../db/database-errors.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { isUuid } from '../domain/ids.ts'
import { textLimits } from '../domain/limits.ts'
import { checkText } from '../domain/text.ts'
import { AppError, badUserInput, type InputIssue, notFound } from '../errors.ts'
import {
  findTask,
  insertTask,
  setTaskCompleted,
  setTaskDeleted,
  type Task,
  type TaskChanges,
  updateTask,
} from './task.queries.ts'

export interface CreateTaskInput {
  id?: string | null | undefined
  title: string
  description?: string | null | undefined
  listId?: string | null | undefined
}

export interface UpdateTaskInput {
  id: string
  title?: string | null | undefined
  description?: string | null | undefined
  listId?: string | null | undefined
}

/**
 * Makes a task. Repeating it with the same id and the same input gives the stored one.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND` (list), `CONFLICT` (the id holds something else)
 */
export async function createTask(db: UserDatabase, input: CreateTaskInput): Promise<Task> {
  const issues: InputIssue[] = []
  const id = input.id?.toLowerCase() ?? randomUUIDv7()
  if (!isUuid(id))
    issues.push({ path: ['input', 'id'], message: `The id must be a UUID, and is "${input.id}".` })
  const texts = checkTexts(input, issues)
  if (input.listId != null && !isUuid(input.listId)) throw noList()
  if (issues.length > 0) throw badUserInput(issues)

  const task = {
    id,
    title: texts.title ?? '',
    description: texts.description ?? null,
    listId: input.listId?.toLowerCase(),
  }
  const inserted = await insertTask(db, task).catch(refuseUnknownList)
  if (inserted) return inserted
  const stored = await findTask(db, id)
  const same =
    stored?.title === task.title &&
    stored.description === task.description &&
    (task.listId === undefined || stored.listId === task.listId)
  if (stored && same) return stored
  const message =
    'This id already names a task with other contents. Leave the id out or make a new one.'
  throw new AppError('CONFLICT', message, [{ path: ['input', 'id'], message }])
}

/**
 * Changes what the input names, and leaves the rest.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND` (task or list), `CONFLICT` (in the trash)
 */
export async function changeTask(db: UserDatabase, input: UpdateTaskInput): Promise<Task> {
  if (!isUuid(input.id)) throw notFound('task')
  const issues: InputIssue[] = []
  if (input.title === null)
    issues.push({ path: ['input', 'title'], message: 'The title can be changed but not cleared.' })
  if (input.listId === null)
    issues.push({
      path: ['input', 'listId'],
      message: 'A task is always in a list; name another one.',
    })
  const texts = checkTexts(input, issues)
  if (issues.length > 0) throw badUserInput(issues)
  if (input.listId != null && !isUuid(input.listId)) throw noList()
  const changes: TaskChanges = { ...texts, listId: input.listId ?? undefined }
  const changed = await updateTask(db, input.id, changes).catch(refuseUnknownList)
  return changed ?? refuseUnlessUsable(db, input.id)
}

/** Completes a task, or leaves it as it is when it already is. @throws AppError as `changeTask` */
export async function completeTask(db: UserDatabase, id: string): Promise<Task> {
  if (!isUuid(id)) throw notFound('task')
  return (await setTaskCompleted(db, id, true)) ?? refuseUnlessUsable(db, id)
}

/** Opens a completed task again. @throws AppError as `changeTask` */
export async function reopenTask(db: UserDatabase, id: string): Promise<Task> {
  if (!isUuid(id)) throw notFound('task')
  return (await setTaskCompleted(db, id, false)) ?? refuseUnlessUsable(db, id)
}

/** Puts a task into the trash, where it may be already. @throws AppError `NOT_FOUND` */
export async function deleteTask(db: UserDatabase, id: string): Promise<Task> {
  if (!isUuid(id)) throw notFound('task')
  return (await setTaskDeleted(db, id, true)) ?? getTask(db, id)
}

/** Takes a task out of the trash, where it may not be. @throws AppError `NOT_FOUND` */
export async function restoreTask(db: UserDatabase, id: string): Promise<Task> {
  if (!isUuid(id)) throw notFound('task')
  return (await setTaskDeleted(db, id, false)) ?? getTask(db, id)
}

async function getTask(db: UserDatabase, id: string): Promise<Task> {
  const task = await findTask(db, id)
  if (!task) throw notFound('task')
  return task
}

async function refuseUnlessUsable(db: UserDatabase, id: string): Promise<Task> {
  const task = await getTask(db, id)
  if (task.deletedAt === null) return task
  throw new AppError('CONFLICT', 'The task is in the trash. Restore it first.', [
    { path: ['input', 'id'], message: 'The task is in the trash. Restore it first.' },
  ])
}

function checkTexts(
  input: { title?: string | null | undefined; description?: string | null | undefined },
  issues: InputIssue[],
): Pick<TaskChanges, 'title' | 'description'> {
  const texts: Pick<TaskChanges, 'title' | 'description'> = {}
  if (input.title != null) {
    const title = checkText(input.title, textLimits.taskTitle)
    if (title.ok) texts.title = title.value
    else issues.push({ path: ['input', 'title'], message: title.message })
  }
  if (input.description === null) texts.description = null
  if (input.description != null) {
    const description = checkText(input.description, textLimits.taskDescription)
    // An empty note is no note.
    if (description.ok) texts.description = description.value === '' ? null : description.value
    else issues.push({ path: ['input', 'description'], message: description.message })
  }
  return texts
}

function noList(): AppError {
  return notFound('list', ['input', 'listId'])
}

function refuseUnknownList(error: unknown): never {
  throw isForeignKeyViolation(error, 'task_list') ? noList() : error
}
