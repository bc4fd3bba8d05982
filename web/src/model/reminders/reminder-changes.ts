const listeners = new Set<() => void>()

/** Calls `listener` after changes that may concern reminders, made here or elsewhere; gives what ends it. */
export function onReminderChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says that a task with reminders, or what decides whether they ring, has changed. */
export function noteReminderChange(): void {
  for (const listener of listeners) listener()
}
