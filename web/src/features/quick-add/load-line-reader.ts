import { loadTemporal } from '../../time/temporal.ts'

export type LineReader = Pick<typeof import('./read-line.ts'), 'readLine'> &
  Pick<typeof import('./new-task.ts'), 'makeNewTask'>

let loaded: LineReader | undefined
let loading: Promise<LineReader | undefined> | undefined

/** The grammar, when it is here already. */
export function findLineReader(): LineReader | undefined {
  return loaded
}

/** Loads the grammar, which nobody needs before they type; undefined when it can't be had now. */
export function loadLineReader(): Promise<LineReader | undefined> {
  loading ??= loadTemporal()
    .then(() => Promise.all([import('./read-line.ts'), import('./new-task.ts')]))
    .then(([{ readLine }, { makeNewTask }]) => {
      loaded = { readLine, makeNewTask }
      return loaded
    })
    .catch(() => {
      loading = undefined
      return undefined
    })
  return loading
}
