import { bulkSize } from '@tend/server/domain/early-limits'
import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { Task } from '../../model/documents/fields.ts'
import type { ShownTaskPages } from '../../model/places/use-task-pages.ts'
import { keepShown, nothingSelected, type Selection, selectRows } from './selection.ts'

/** One list of tasks on the screen, in its order. */
type ShownList = { tasks: readonly Task[]; hasMore: boolean; loadMore: () => void }

// There is one selection, that of the place on the screen.
const lists = new Map<object, ShownList>()
const listeners = new Set<() => void>()
const watchers = new Set<() => void>()
let selection: Selection = nothingSelected
let shown: readonly ShownList[] = []
const nothing: readonly Task[] = []
let selectedTasks = nothing
/** The list to be selected as a whole while more of it still loads. */
let wanted: object | undefined

/** Which tasks on the screen are selected, and the ways to change that. */
export const taskSelection = {
  read: () => selection,
  /** The selected tasks, in the order of their rows. */
  listTasks: () => selectedTasks,
  /** Selects these rows and no others. */
  replace(next: Selection): void {
    wanted = undefined
    change(next)
  },
  /** All of the list that a row is in, else of the first one, also what is still loading. */
  selectAll(id: string | undefined): boolean {
    const found = [...lists].find(([, { tasks }]) => !id || tasks.some((task) => task.id === id))
    if (!found) return false
    wanted = found[0]
    selectWanted()
    return selection.ids.size > 0
  },
  clear(): boolean {
    const hadSome = selection.ids.size > 0
    taskSelection.replace(nothingSelected)
    return hadSome
  },
}

/** The task of a row on the screen. */
export function findShownTask(id: string | undefined): Task | undefined {
  return shown.flatMap(({ tasks }) => tasks.find((task) => task.id === id) ?? [])[0]
}

/** The tasks of all lists on the screen, as far as they are loaded. */
export function listShownTasks(): readonly Task[] {
  return shown.flatMap(({ tasks }) => tasks)
}

/** The tasks of the list that a row is in, in their order. */
export function listTasksAround(id: string): readonly Task[] {
  return shown.find(({ tasks }) => tasks.some((task) => task.id === id))?.tasks ?? []
}

/** Calls `watcher` whenever the tasks on the screen change; gives the function that ends it. */
export function watchShownLists(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Registers the tasks of a list while it is on the screen. */
export function useShownList(
  tasks: readonly Task[],
  { hasMore, loadMore }: Pick<ShownTaskPages, 'hasMore' | 'loadMore'>,
): void {
  const [owner] = useState({})
  // Before it is painted: a key may come for a row as soon as somebody sees it.
  useLayoutEffect(() => {
    lists.set(owner, { tasks, hasMore, loadMore })
    refresh()
  }, [owner, tasks, hasMore, loadMore])
  useLayoutEffect(
    () => () => {
      lists.delete(owner)
      if (wanted === owner) wanted = undefined
      refresh()
    },
    [owner],
  )
}

/** The selected tasks, in the order of their rows, as they change. */
export function useSelectedTasks(): readonly Task[] {
  return useSyncExternalStore(
    subscribe,
    () => selectedTasks,
    () => nothing,
  )
}

/** What is selected. */
export function useSelection(): Selection {
  return useSyncExternalStore(
    subscribe,
    () => selection,
    () => nothingSelected,
  )
}

function refresh(): void {
  shown = [...lists.values()]
  for (const watcher of watchers) watcher()
  if (selection.ids.size > 0) {
    const ids = new Set(shown.flatMap(({ tasks }) => tasks.map(({ id }) => id)))
    change(keepShown(selection, (id) => ids.has(id)))
  }
  selectWanted()
}

function selectWanted(): void {
  const list = wanted && lists.get(wanted)
  if (!list) return
  const ids = list.tasks.map(({ id }) => id)
  change(selectRows(selection, ids))
  if (list.hasMore && ids.length < bulkSize.max) list.loadMore()
  else wanted = undefined
}

function change(next: Selection): void {
  const tasks = shown.flatMap((list) => list.tasks.filter(({ id }) => next.ids.has(id)))
  const isSame =
    tasks.length === selectedTasks.length &&
    tasks.every((task, index) => task === selectedTasks[index])
  if (isSame && next === selection) return
  selection = next
  if (!isSame) selectedTasks = tasks
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
