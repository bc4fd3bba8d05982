const prefix = 'tend.draft.'

// Each person's by themselves: somebody else who signs in in this browser neither sees nor sends them.
const ownPrefix = () => `${prefix}${globalThis.tendPerson}.`

// What somebody typed and the API doesn't have yet: it outlives a reload or a crash of the page.
// Storage can be full or forbidden; then the draft lives as long as the page.

export function readDraft(name: string): string | null {
  return attempt(() => localStorage.getItem(ownPrefix() + name)) ?? null
}

/** Keeps a text under a name, or forgets it. */
export function writeDraft(name: string, text: string | null): void {
  attempt(() =>
    text === null
      ? localStorage.removeItem(ownPrefix() + name)
      : localStorage.setItem(ownPrefix() + name, text),
  )
}

/** Forgets everybody's drafts: whoever signs out leaves a browser with nothing in it. */
export function clearDrafts(): void {
  attempt(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) localStorage.removeItem(key)
    }
  })
}

function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
