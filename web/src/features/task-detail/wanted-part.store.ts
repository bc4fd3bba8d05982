/** What of a task's panel can be asked for before the panel is there. */
export type PanelPart = 'notes' | 'subtask'

export type WantedPart = { taskId: string; part: PanelPart }

let wanted: WantedPart | undefined
const listeners = new Set<() => void>()

/** Has a part of a task's panel begin to be edited, at once or as soon as that panel is there. */
export function wantPart(part: WantedPart): void {
  wanted = part
  for (const listener of listeners) listener()
}

/** Whether this part is wanted; it is begun by whoever asks. */
export function takeWantedPart({ taskId, part }: WantedPart): boolean {
  const isWanted = wanted?.taskId === taskId && wanted.part === part
  if (isWanted) wanted = undefined
  return isWanted
}

/** Calls whenever a part is wanted; gives the function that ends it. */
export function watchWantedParts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
