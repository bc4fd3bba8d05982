import { type Due, dueState, type Viewpoint } from '../../src/domain/dates/due-date.ts'
import { plannedState } from '../../src/domain/dates/planned-state.ts'
import { startState } from '../../src/domain/dates/start-state.ts'
import { fieldOf } from '../../src/domain/filter/columns.ts'
import type { Judged, ReadColumn } from '../../src/domain/filter/judge.ts'
import { foldCase } from '../../src/domain/text/fold-case.ts'
import { type SearchWord, searchTerms, searchText } from '../../src/domain/text/search-words.ts'

/** A task with what hangs on it, as plain values. */
export type ModelTask = {
  id: string
  title: string
  description: string | null
  completedAt: string | null
  priority: number
  list: ModelList
  parentId: string | null
  tags: { id: string; name: string }[]
  startOn: string | null
  due: Due | null
  dueAt: string | null
  recurring: boolean
  hasReminder: boolean
  createdAt: string
  updatedAt: string
  deletedAt: string | null
}

export type ModelList = {
  id: string
  name: string
  isInbox: boolean
  archived: boolean
  deleted: boolean
}

// biome-ignore lint/suspicious/noExplicitAny: filters of every shape come in.
type Any = any

/** What a filter means, said a second time without SQL: plain recursion over plain values. */
export function passes(task: ModelTask, filter: Any, viewpoint: Viewpoint): boolean {
  return (asksTrash(filter) || task.deletedAt === null) && passesTask(task, filter, viewpoint)
}

/** Whether it says anything of the trash of tasks, that of lists being another thing. */
function asksTrash(filter: Any): boolean {
  const withoutLists = JSON.stringify(filter, (name, part) => (name === 'list' ? null : part))
  return withoutLists.includes('"deleted')
}

function passesTask(task: ModelTask, filter: Any, viewpoint: Viewpoint): boolean {
  const values: Record<string, Any> = {
    ...task,
    completed: task.completedAt !== null,
    listId: task.list.id,
    hasParent: task.parentId !== null,
    dueOn: task.due?.day ?? null,
    dueState: dueState(task.due, viewpoint),
    startState: startState(task.startOn, viewpoint),
    plannedState: plannedState(task.startOn, task.due, viewpoint),
    deleted: task.deletedAt !== null,
  }
  return Object.entries<Any>(filter).every(([name, asked]) => {
    if (name === 'and') return asked.every((part: Any) => passesTask(task, part, viewpoint))
    if (name === 'or') return asked.some((part: Any) => passesTask(task, part, viewpoint))
    if (name === 'not') return !passesTask(task, asked, viewpoint)
    if (name === 'list') return passesPlain(task.list, asked)
    if (name === 'tags') return passesTags(task.tags, asked)
    if (name === 'search') return hasWords(task, asked)
    return passesComparator(values[name], asked)
  })
}

function passesTags(tags: object[], asked: Any): boolean {
  const { some, every, none } = asked
  return (
    (!some || tags.some((tag) => passesPlain(tag, some))) &&
    (!every || tags.every((tag) => passesPlain(tag, every))) &&
    (!none || !tags.some((tag) => passesPlain(tag, none)))
  )
}

function passesPlain(values: Any, filter: Any): boolean {
  return Object.entries<Any>(filter).every(([name, asked]) => {
    if (name === 'and') return asked.every((part: Any) => passesPlain(values, part))
    if (name === 'or') return asked.some((part: Any) => passesPlain(values, part))
    if (name === 'not') return !passesPlain(values, asked)
    return passesComparator(values[name], asked)
  })
}

function passesComparator(value: Any, comparator: Any): boolean {
  const there = value !== null
  const operators: Record<string, (asked: Any) => boolean> = {
    eq: (asked) => value === asked,
    neq: (asked) => value !== asked,
    in: (asked) => asked.includes(value),
    nin: (asked) => !asked.includes(value),
    lt: (asked) => there && value < asked,
    lte: (asked) => there && value <= asked,
    gt: (asked) => there && value > asked,
    gte: (asked) => there && value >= asked,
    null: (asked) => (value === null) === asked,
    eqIgnoreCase: (asked) => there && foldCase(value) === foldCase(asked),
    contains: (asked) => there && value.includes(asked),
    containsIgnoreCase: (asked) => there && foldCase(value).includes(foldCase(asked)),
    startsWith: (asked) => there && value.startsWith(asked),
    startsWithIgnoreCase: (asked) => there && foldCase(value).startsWith(foldCase(asked)),
    endsWith: (asked) => there && value.endsWith(asked),
    endsWithIgnoreCase: (asked) => there && foldCase(value).endsWith(foldCase(asked)),
  }
  return Object.entries(comparator).every(([name, asked]) => operators[name]?.(asked))
}

function hasWords(task: ModelTask, query: string): boolean {
  const words = searchText(task.title, task.description).split(/[ \n]/)
  const has = ({ word, isPrefix }: SearchWord) =>
    words.some((found) => (isPrefix ? found.startsWith(word) : found === word))
  return searchTerms(query).every((term) => has(term) || (term.parts?.every(has) ?? false))
}

/** The task as the domain's judge reads it. */
export function toJudged(task: ModelTask): Judged {
  const { list, due } = task
  const ofTask: Record<string, Any> = {
    ...task,
    listId: list.id,
    dueOn: due?.day ?? null,
    recurrenceRule: task.recurring ? 'FREQ=DAILY' : null,
    reminders: task.hasReminder ? 'some' : null,
  }
  const others: Record<string, Any> = {
    'task.planned_on': task.startOn ?? due?.day ?? null,
    'list.id': list.id,
    'list.name': list.name,
    'list.is_inbox': list.isInbox,
    'list.archived_at': list.archived ? task.createdAt : null,
    'list.deleted_at': list.deleted ? task.createdAt : null,
  }
  const readTag = (tag: ModelTask['tags'][number]): ReadColumn => {
    const values: Record<string, string> = { 'task_tag.tag_id': tag.id, 'tag.name': tag.name }
    return (column) => values[column]
  }
  return {
    read: (column) => (column in others ? others[column] : ofTask[fieldOf(column) ?? '']),
    tags: task.tags.map(readTag),
  }
}
