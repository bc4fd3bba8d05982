export const draftPrefix = 'tend.draft.'

// Each person has their own: somebody else who signs in in this browser neither sees nor sends them.
const ownPrefix = () => `${draftPrefix}${globalThis.tendPerson}.`

// What somebody typed and the API doesn't have yet: it survives a reload or a crash of the page.
// Storage can be full or forbidden; then the draft lasts as long as the page.

/** What is kept under a name; `isOfTab` for this tab alone, since others show the same fields. */
export function readDraft(name: string, isOfTab = false): string | null {
  return attempt(() => pick(isOfTab).getItem(ownPrefix() + name)) ?? null
}

/** Keeps a text under a name, or forgets it. */
export function writeDraft(name: string, text: string | null, isOfTab = false): void {
  attempt(() =>
    text === null
      ? pick(isOfTab).removeItem(ownPrefix() + name)
      : pick(isOfTab).setItem(ownPrefix() + name, text),
  )
}

const pick = (isOfTab: boolean) => (isOfTab ? sessionStorage : localStorage)

/** What storage gives, or undefined where it can't be used. */
export function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
