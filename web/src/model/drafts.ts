const prefix = 'tend.draft.'

// What somebody typed and the API doesn't have yet: it outlives a reload or a crash of the page.
// Storage can be full or forbidden; then the draft lives as long as the page.

export function readDraft(name: string): string | null {
  return attempt(() => localStorage.getItem(prefix + name)) ?? null
}

/** Keeps a text under a name, or forgets it. */
export function writeDraft(name: string, text: string | null): void {
  attempt(() =>
    text === null
      ? localStorage.removeItem(prefix + name)
      : localStorage.setItem(prefix + name, text),
  )
}

/** Forgets all drafts: whoever signs out leaves nothing of theirs behind. */
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
