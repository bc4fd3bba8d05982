import { createHash } from 'node:crypto'

/**
 * Keys for what has no id in its file: where it is and what it is called, and which of several so called. So
 * a file that has more tasks than before gives those it had the keys they had.
 */
export class PathKeys {
  readonly #counts = new Map<string, number>()

  /** @param above the key of the parent, or of the list */
  make(above: string, name: string): string {
    // Hashed, because keys would else grow with each level.
    const path = hash([above, name])
    const count = (this.#counts.get(path) ?? 0) + 1
    this.#counts.set(path, count)
    return count === 1 ? path : hash([path, count])
  }
}

function hash(parts: readonly (string | number)[]): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('base64url')
}
