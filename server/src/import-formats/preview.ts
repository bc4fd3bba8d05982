import { parseRecurrenceRule } from '../domain/recurrence/parse.ts'
import { describeRecurrence } from '../domain/recurrence/sentence.ts'
import type { ListEntry, TagEntry, TaskEntry } from '../transfer/transfer-format.ts'
import type { TableDescription } from './readers/describe-table.ts'
import type { ReportNote } from './report.ts'

const shownRows = 10

/** A task as it will look. */
export type PreviewRow = {
  title: string
  list: string
  /** How many tasks it is under. */
  depth: number
  priority: number
  dueOn?: string | undefined
  dueTime?: string | undefined
  startOn?: string | undefined
  repeats?: string | undefined
  tags: string[]
  isCompleted: boolean
}

/** What an import will do, before it does anything. */
export type ImportPreview = {
  /** The names of the apps. */
  sources: string[]
  counts: {
    /** Without the inbox, which everybody has. */
    lists: number
    tasks: number
    subtasks: number
    tags: number
    repeats: number
    reminders: number
    completed: number
  }
  /** What the files have, whatever is chosen: where there is none, there is no choice. */
  found: { sections: number; completed: number }
  rows: PreviewRow[]
  /** What can't come along as it was. */
  notes: ReportNote[]
  table?: TableDescription | undefined
  /** Why nothing can be imported yet. */
  problem?: string | undefined
}

/** One id after the other, so that it crosses between threads as one text. */
export type PreviewedIds = { lists: string; tasks: string }

/** Those of what isn't in the file's own trash. */
export function listIds({ lists, tasks }: Parts): PreviewedIds {
  const join = (entries: readonly { id: string }[]) => entries.map(({ id }) => id).join('\n')
  return { lists: join(lists.filter(({ isInbox }) => !isInbox)), tasks: join(tasks) }
}

type Parts = {
  lists: readonly ListEntry[]
  tags: readonly TagEntry[]
  tasks: readonly TaskEntry[]
}

export function countParts({ lists, tags, tasks }: Parts): ImportPreview['counts'] {
  return {
    lists: lists.filter(({ isInbox }) => !isInbox).length,
    tasks: tasks.length,
    subtasks: tasks.filter(({ parentId }) => parentId !== undefined).length,
    tags: tags.length,
    repeats: tasks.filter(({ recurrence }) => recurrence !== undefined).length,
    reminders: tasks.reduce((sum, { reminders = [] }) => sum + reminders.length, 0),
    completed: tasks.filter(({ completedAt }) => completedAt !== undefined).length,
  }
}

/** The first tasks, each followed by what is under it; open ones before completed ones. */
export function showRows({ lists, tags, tasks }: Parts): PreviewRow[] {
  const listNames = new Map(lists.map(({ id, name }) => [id, name]))
  const tagNames = new Map(tags.map(({ id, name }) => [id, name]))
  const under = Map.groupBy(tasks, ({ parentId }) => parentId)
  const rows: PreviewRow[] = []
  const roots = under.get(undefined) ?? []
  const open = roots.filter(({ completedAt }) => completedAt === undefined)
  const waiting = [...open.slice(0, shownRows), ...roots.slice(0, shownRows)].map((task) => ({
    task,
    depth: 0,
  }))
  const shown = new Set<string>()
  for (let next = waiting.shift(); next && rows.length < shownRows; next = waiting.shift()) {
    const { task, depth } = next
    if (shown.has(task.id)) continue
    shown.add(task.id)
    rows.push({
      title: task.title,
      list: listNames.get(task.listId) ?? '',
      ...{ depth, priority: task.priority, startOn: task.startOn },
      ...{ dueOn: task.dueOn, dueTime: task.dueTime },
      repeats: task.recurrence && sayRepeat(task.recurrence),
      tags: task.tagIds.flatMap((id) => tagNames.get(id) ?? []),
      isCompleted: task.completedAt !== undefined,
    })
    const subtasks = (under.get(task.id) ?? []).slice(0, shownRows)
    waiting.unshift(...subtasks.map((subtask) => ({ task: subtask, depth: depth + 1 })))
  }
  return rows
}

function sayRepeat({ rule, basis }: NonNullable<TaskEntry['recurrence']>): string | undefined {
  const parsed = parseRecurrenceRule(rule)
  return parsed.ok ? describeRecurrence(parsed.rule, basis) : undefined
}
