import { nameTasks } from '../../model/actions/task-words.ts'
import type { ForGoodRequest } from '../../model/trash/for-good.store.ts'

/** How much is meant; in tasks only those that are named. */
export type ForGoodSize = { tasks: number; lists: number }

/** What is asked. */
export function askWords(request: ForGoodRequest): string {
  if (request.kind === 'all') return 'Empty the trash?'
  return request.kind === 'list'
    ? `Delete “${request.list.name}” for good?`
    : `Delete ${nameTasks(request.tasks)} for good?`
}

/** What will happen; undefined while it isn't known how much there is. */
export function explainForGood(
  { kind }: ForGoodRequest,
  size: ForGoodSize | undefined,
): string | undefined {
  if (kind === 'tasks') return `Any subtasks go too. ${final}`
  if (!size) return undefined
  if (kind === 'all') return `${describeSize(size)} will be deleted for good. ${final}`
  const tasks = size.tasks > 0 ? ` and its ${count(size.tasks, 'task')}` : ''
  return `The list${tasks} will be deleted for good. ${final}`
}

/** What was done, as the message says it. */
export function doneWords(request: ForGoodRequest): string {
  if (request.kind === 'all') return 'The trash is empty'
  return request.kind === 'list'
    ? `Deleted “${request.list.name}” for good`
    : `Deleted ${nameTasks(request.tasks)} for good`
}

/** How far it is: “Deleted 3,000 of 20,000”. */
export function progressWords(done: number, total: number): string {
  return `Deleted ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
}

const final = 'This can’t be undone.'

function describeSize({ tasks, lists }: ForGoodSize): string {
  const parts = [tasks > 0 && count(tasks, 'task'), lists > 0 && count(lists, 'list')]
  return parts.filter(Boolean).join(' and ')
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}
