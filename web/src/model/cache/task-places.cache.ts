import type { Cache, FieldArgs } from '@urql/exchange-graphcache'
import type { TaskFilter, TaskOrder } from '../../gql/graphql.ts'
import { readClock } from '../clock.ts'
import { readTaskFrom } from '../read-task.ts'
import { placeSubtask, removeSubtask } from './subtasks.cache.ts'
import { matchesFilter, speaksOf } from './task-filter.ts'
import { compareTasks } from './task-order.ts'

type PlaceArgs = NonNullable<FieldArgs> & {
  filter?: TaskFilter
  orderBy?: TaskOrder[]
  first?: number
  after?: string
}
type PageField = { key: string; args: PlaceArgs }
/** The pages of one place that are in the cache, from the first to the first gap, read lazily. */
type LoadedPlace = { args: PlaceArgs; pages: Iterable<LoadedPage> }
type LoadedPage = {
  key: string
  args: PlaceArgs
  tasks: string[]
  isLast: boolean
  /** Whether the page after it is loaded, too. */
  isFollowed: boolean
}

/**
 * Puts a task where it now belongs, in every place that was loaded, and removes it from where it no
 * longer does. A place's filter and order are read from the very arguments of its query, so there is no
 * second rule that could differ. A place whose filter can't be evaluated here is dropped from the
 * cache, and so loaded again. A new task is in no place yet.
 */
export function placeTask(cache: Cache, id: string, isNew = false): void {
  const key = cache.keyOfEntity({ __typename: 'Task', id })
  if (!key) return
  const task = readTaskFrom(cache, key)
  const clock = readClock(cache)
  for (const place of listLoadedPlaces(cache)) {
    const belongs = matchesFilter(place.args.filter ?? {}, { read: task, clock })
    if (belongs === undefined) invalidatePlace(cache, place)
    else if (belongs) changePages(cache, place, key, isNew ? 'insert' : 'move')
    else if (!isNew) changePages(cache, place, key, 'remove')
  }
  placeSubtask(cache, key)
  if (task('deletedAt')) removeFromSearch(cache, key)
}

/** Removes a permanently deleted task from every place; where it is open, the API is asked and says so. */
export function removeTask(cache: Cache, id: string): void {
  const key = cache.keyOfEntity({ __typename: 'Task', id })
  if (!key) return
  for (const place of listLoadedPlaces(cache)) changePages(cache, place, key, 'remove')
  removeSubtask(cache, key)
  removeFromSearch(cache, key)
  cache.invalidate(key)
}

/** The keys of all tasks in a place that was loaded. */
export function listPlacedTasks(cache: Cache): Set<string> {
  return new Set(
    listLoadedPlaces(cache).flatMap(({ pages }) => [...pages].flatMap(({ tasks }) => tasks)),
  )
}

/** Reloads the places whose filter is about lists, because their tasks may have changed. */
export function invalidatePlacesByList(cache: Cache): void {
  for (const place of listLoadedPlaces(cache)) {
    if (speaksOf(place.args.filter ?? {}, ['list'])) invalidatePlace(cache, place)
  }
}

/** Reloads the places that show what is in the trash, because much of it is gone. */
export function invalidatePlacesOfTrash(cache: Cache): void {
  for (const place of listLoadedPlaces(cache)) {
    if (speaksOf(place.args.filter ?? {}, ['deleted', 'deletedAt'])) invalidatePlace(cache, place)
  }
}

function changePages(
  cache: Cache,
  place: LoadedPlace,
  key: string,
  change: 'insert' | 'move' | 'remove',
): void {
  let isPlaced = change === 'remove'
  let isTaken = change === 'insert'
  for (const page of place.pages) {
    if (isPlaced && isTaken) break
    const isHere = page.tasks.includes(key)
    const others = isHere ? page.tasks.filter((other) => other !== key) : page.tasks
    const belongsHere = !isPlaced && covers(cache, place, page, others, key)
    const next = belongsHere ? insertInOrder(cache, place, others, key) : others
    if (!isSameOrder(next, page.tasks)) cache.link(page.key, 'nodes', next)
    isPlaced ||= belongsHere
    isTaken ||= isHere
  }
}

/**
 * Whether a task sorts into this page; one beyond the loaded pages comes with its own page. A page's own
 * last task stays when nobody knows what comes after it: no other page would bring it.
 */
function covers(
  cache: Cache,
  { args }: LoadedPlace,
  { isLast, isFollowed, tasks }: LoadedPage,
  others: readonly string[],
  key: string,
): boolean {
  if (!isFollowed && tasks.at(-1) === key) return true
  const last = others.at(-1)
  if (isLast || !last) return isLast
  return compareTasks(args.orderBy, readTaskFrom(cache, key), readTaskFrom(cache, last)) <= 0
}

function insertInOrder(cache: Cache, place: LoadedPlace, others: string[], key: string): string[] {
  const task = readTaskFrom(cache, key)
  const index = others.findIndex(
    (other) => compareTasks(place.args.orderBy, task, readTaskFrom(cache, other)) < 0,
  )
  return index === -1 ? [...others, key] : others.toSpliced(index, 0, key)
}

function invalidatePlace(cache: Cache, place: LoadedPlace): void {
  for (const { args } of place.pages) cache.invalidate('Query', 'tasks', args)
}

function listLoadedPlaces(cache: Cache): LoadedPlace[] {
  const fields = cache.inspectFields('Query').filter(({ fieldName }) => fieldName === 'tasks')
  const known = fields.map(
    (field): PageField => ({
      key: field.fieldKey,
      args: (field.arguments ?? {}) as PlaceArgs,
    }),
  )
  // A place may have a hundred pages, so they are indexed by their arguments.
  let index: ReadonlyMap<string, PageField> | undefined
  const find = (args: PlaceArgs) => {
    index ??= new Map(known.map((field) => [identifyPage(field.args), field]))
    return index.get(identifyPage(args))
  }
  return known
    .filter(({ args }) => !args.after)
    .map((first) => ({
      args: first.args,
      pages: { [Symbol.iterator]: () => readPages(cache, first, find) },
    }))
}

function* readPages(
  cache: Cache,
  first: PageField,
  find: (args: PlaceArgs) => PageField | undefined,
): Generator<LoadedPage> {
  let field: PageField | undefined = first
  while (field) {
    const { args } = field
    const key = cache.resolve('Query', field.key)
    const tasks = typeof key === 'string' ? cache.resolve(key, 'nodes') : undefined
    if (typeof key !== 'string' || !Array.isArray(tasks)) return
    const info = String(cache.resolve(key, 'pageInfo'))
    const next = cache.resolve(info, 'endCursor')
    const isLast = !cache.resolve(info, 'hasNextPage') || typeof next !== 'string'
    field = isLast ? undefined : find({ ...first.args, after: next })
    yield { key, args, tasks: tasks as string[], isLast, isFollowed: field !== undefined }
  }
}

/** Identifies a page by its arguments, except for its size. */
function identifyPage({ after, first: _, ...args }: PlaceArgs): string {
  return JSON.stringify([args, after])
}

/** Search results stay as the API ranked them, until they are searched for again. */
function removeFromSearch(cache: Cache, key: string): void {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fieldName !== 'searchTasks') continue
    const connection = cache.resolve('Query', 'searchTasks', args)
    const tasks = typeof connection === 'string' && cache.resolve(connection, 'nodes')
    if (
      typeof connection === 'string' &&
      Array.isArray(tasks) &&
      (tasks as string[]).includes(key)
    ) {
      cache.link(
        connection,
        'nodes',
        (tasks as string[]).filter((other) => other !== key),
      )
    }
  }
}

function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index])
}
