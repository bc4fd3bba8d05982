import { positionBeside } from '../../model/cache/order-positions.ts'
import type { List, Tag, Task } from '../../model/documents/fields.ts'
import { type Place, parseAddress } from '../../places/address.ts'
import { dayIn } from '../../time/calendar.ts'
import { findStartAhead, localDue } from '../../time/due.ts'
import { describeDueChoice, type UserClock } from '../../time/due-words.ts'
import type { DropPosition, Point } from '../../ui/drag/drag.ts'
import { findAround, findOnPage, readMark } from '../../ui/landmarks.ts'
import { findShownTask, listTasksAround } from './selection-store.ts'
import { focusTaskSoon } from './task-focus.ts'
import type { TaskActions } from './use-task-actions.ts'
import type { TaskMoves } from './use-task-moves.ts'

/** What a drop depends on at the moment. */
export type DropContext = {
  place: Place
  clock: UserClock
  lists: readonly List[]
  tags: readonly Tag[]
  moves: TaskMoves
  actions: TaskActions
}

/**
 * Where dragged tasks would go: onto a place of the sidebar, under the task that is open, beside a row
 * where rows are ordered by hand, or to the day of a heading. Undefined where they are already.
 */
export function findTaskDrop(
  context: DropContext,
  tasks: readonly Task[],
  under: Element,
  point: Point,
): DropPosition | undefined {
  const place = findAround(under, 'place')
  if (place) return around(place, dropOnPlace(context, tasks, readMark(place, 'place') ?? ''))
  const subtasks = findAround(under, 'subtasks')
  if (subtasks) return around(subtasks, dropUnder(context, tasks, readMark(subtasks, 'subtasks')))
  const row = findAround(under, 'taskRow')
  if (row && isByHand(context.place)) return besideRow(context, tasks, row, point)
  return onDay(context, tasks, under)
}

/** Whether the rows of a place are in the order that the person gave them. */
export function isByHand({ kind }: Place): boolean {
  return kind === 'inbox' || kind === 'list'
}

/** Whether these of its rows are: not those of its trays, which are by completion or by day. */
export function areByHand(tasks: readonly Task[], { timeZone, now }: UserClock): boolean {
  const today = dayIn(timeZone, now)
  return tasks.every((task) => !task.completed && !task.deletedAt && !findStartAhead(task, today))
}

function dropOnPlace(
  { lists, tags, moves, actions, clock }: DropContext,
  tasks: readonly Task[],
  address: string,
): (() => void) | undefined {
  const place = parseAddress(address)?.place
  switch (place?.kind) {
    case 'inbox':
    case 'list': {
      const list = lists.find(({ id, isInbox }) => ('id' in place ? id === place.id : isInbox))
      const isThere = (task: Task) => task.list.id === list?.id && !task.parent
      if (!list || tasks.every(isThere)) return undefined
      return () => moves.toList(tasks, list)
    }
    case 'today':
      return dropOnDay({ moves, clock }, tasks, dayIn(clock.timeZone, clock.now))
    case 'tag': {
      const tag = tags.find(({ id }) => id === place.id)
      const hasTag = (task: Task) => task.tags.some(({ id }) => id === tag?.id)
      return tag && !tasks.every(hasTag) ? () => moves.tag(tasks, tag) : undefined
    }
    case 'completed':
      return tasks.every(({ completed }) => completed) ? undefined : () => actions.toggle(tasks)
    case 'trash':
      return () => actions.remove(tasks)
    default:
      return undefined
  }
}

function dropUnder(
  { moves }: DropContext,
  tasks: readonly Task[],
  parentId: string | undefined,
): (() => void) | undefined {
  const isThere = ({ id, parent }: Task) => id === parentId || parent?.id === parentId
  if (!parentId || tasks.some(isThere)) return undefined
  return () => moves.move(tasks, { parentId }, 'under the open task')
}

function besideRow(
  { moves, clock }: DropContext,
  tasks: readonly Task[],
  row: HTMLElement,
  { y }: Point,
): DropPosition | undefined {
  const id = readMark(row, 'taskRow') ?? ''
  const order = listTasksAround(id)
  if (!areByHand(order, clock) || !tasks.every((task) => order.includes(task))) return undefined
  const { top, height } = row.getBoundingClientRect()
  const side = y < top + height / 2 ? 'above' : 'below'
  const position = positionBeside(
    order.map((task) => task.id),
    new Set(tasks.map((task) => task.id)),
    id,
    side,
  )
  if (!position) return undefined
  return {
    element: row,
    mark: side,
    opensGap: true,
    drop() {
      moves.move(tasks, position)
      if (tasks[0]) focusTaskSoon(tasks[0].id)
    },
  }
}

function onDay(
  context: DropContext,
  tasks: readonly Task[],
  under: Element,
): DropPosition | undefined {
  const heading = findAround(under, 'dayHeading')
  const row = findAround(under, 'taskRow')
  const day = readMark(heading, 'dayHeading') ?? findDayOf(context, readMark(row, 'taskRow'))
  const drop = day && dropOnDay(context, tasks, day)
  const shown = heading ?? findOnPage('dayHeading', day)
  if (!drop) return undefined
  return shown ? { element: shown, mark: 'below', drop } : row ? around(row, drop) : undefined
}

/** The day of the heading above a row; overdue rows have none. */
function findDayOf({ place, clock }: DropContext, id: string | undefined): string | undefined {
  const task = place.kind === 'today' || place.kind === 'upcoming' ? findShownTask(id) : undefined
  const day = task && findPlannedDay(task, clock)
  return day && day >= dayIn(clock.timeZone, clock.now) ? day : undefined
}

function dropOnDay(
  { moves, clock }: Pick<DropContext, 'moves' | 'clock'>,
  tasks: readonly Task[],
  day: string,
): (() => void) | undefined {
  if (tasks.every((task) => findPlannedDay(task, clock) === day)) return undefined
  const today = dayIn(clock.timeZone, clock.now)
  const { ahead = [], others = [] } = Object.groupBy(tasks, (task) =>
    findStartAhead(task, today) ? 'ahead' : 'others',
  )
  return () => {
    const words = describeDueChoice({ day }, clock)
    const row = ahead.length > 0 && others.length > 0 ? 'Moved' : undefined
    if (others.length > 0) moves.toDay(others, day, words, row)
    // It was under the day it starts, and is due when it was.
    if (ahead.length > 0) moves.toStart(ahead, day, words, row)
  }
}

/** The day under which a task is shown. */
function findPlannedDay(task: Task, { timeZone, now }: UserClock): string | undefined {
  return findStartAhead(task, dayIn(timeZone, now)) ?? localDue(task, timeZone)?.day
}

function around(element: Element, drop: (() => void) | undefined): DropPosition | undefined {
  return drop && { element, mark: 'around', drop }
}
