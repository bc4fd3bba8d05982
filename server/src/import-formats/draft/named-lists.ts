import type { DraftList } from './draft.ts'

/** The lists of a file that knows them by their names alone, each once, in the order they come up. */
export class NamedLists {
  readonly #names = new Set<string>()
  readonly #lists: DraftList[]

  /** @param lists where they are added */
  constructor(lists: DraftList[]) {
    this.#lists = lists
  }

  /** @returns the key of the list so called */
  add(name: string, isInbox = false): string {
    if (!this.#names.has(name)) this.#lists.push({ key: name, name, isInbox })
    this.#names.add(name)
    return name
  }
}
