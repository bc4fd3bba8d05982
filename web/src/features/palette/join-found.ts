type Found = { id: string; completed: boolean }

/**
 * Open tasks before completed ones, each in the order they were found in. What was completed or
 * reopened since it was found is where it belongs now, and only once.
 */
export function joinFound<Task extends Found>(
  open: readonly Task[],
  completed: readonly Task[],
): Task[] {
  const all = [...new Map([...open, ...completed].map((task) => [task.id, task])).values()]
  return all.toSorted((a, b) => Number(a.completed) - Number(b.completed))
}
