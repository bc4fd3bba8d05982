export type OrderedTask = { readonly id: string; readonly createdAt: string }

/**
 * Negative when `a` stands before `b`. The order of the API: newest first, ties by id from high to
 * low. Both instants are RFC 3339 in UTC with milliseconds, so their texts compare like the instants.
 */
export function compareTasks(a: OrderedTask, b: OrderedTask): number {
  if (a.createdAt !== b.createdAt) return a.createdAt > b.createdAt ? -1 : 1
  if (a.id !== b.id) return a.id > b.id ? -1 : 1
  return 0
}

/** A new array with `task` at its place; one that is there already is replaced. */
export function insertInOrder<Item>(
  items: readonly Item[],
  item: Item,
  read: (item: Item) => OrderedTask,
): Item[] {
  const task = read(item)
  const others = items.filter((other) => read(other).id !== task.id)
  const index = others.findIndex((other) => compareTasks(task, read(other)) < 0)
  return index === -1 ? [...others, item] : others.toSpliced(index, 0, item)
}
