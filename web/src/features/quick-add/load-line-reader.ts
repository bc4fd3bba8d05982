import { loadTemporal } from '../../time/temporal.ts'

export type LineReader = Pick<typeof import('./read-line.ts'), 'readLine'> &
  Pick<typeof import('./new-task.ts'), 'makeNewTask'> & {
    /** Completes names as they are typed. */
    completion: typeof import('./completion.ts')
  }

let loaded: LineReader | undefined
let loading: Promise<LineReader | undefined> | undefined

/** The grammar, if it is loaded already. */
export function findLineReader(): LineReader | undefined {
  return loaded
}

/** Loads the grammar, which nobody needs before they type; undefined when that fails. */
export function loadLineReader(): Promise<LineReader | undefined> {
  loading ??= loadTemporal()
    .then(() =>
      Promise.all([import('./read-line.ts'), import('./new-task.ts'), import('./completion.ts')]),
    )
    .then(([{ readLine }, { makeNewTask }, completion]) => {
      loaded = { readLine, makeNewTask, completion }
      return loaded
    })
    .catch(() => {
      loading = undefined
      return undefined
    })
  return loading
}
