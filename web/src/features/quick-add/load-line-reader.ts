import { loadTemporal } from '../../time/temporal.ts'

export type LineReader = typeof import('./read-line.ts')

let loaded: LineReader | undefined
let loading: Promise<LineReader | undefined> | undefined

/** The grammar, when it is here already. */
export function findLineReader(): LineReader | undefined {
  return loaded
}

/**
 * Loads the grammar, which nobody needs before they type; undefined when it can't be had now. What
 * is written then is a plain title, as it was shown.
 */
export function loadLineReader(): Promise<LineReader | undefined> {
  loading ??= loadTemporal()
    .then(() => import('./read-line.ts'))
    .then((reader) => {
      loaded = reader
      return reader
    })
    .catch(() => {
      loading = undefined
      return undefined
    })
  return loading
}
