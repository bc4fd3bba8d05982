import { attempt, draftPrefix } from './drafts.ts'

/** Forgets everybody's drafts: whoever signs out leaves a browser with nothing in it. */
export function clearDrafts(): void {
  attempt(() => {
    for (const storage of [localStorage, sessionStorage])
      for (const key of Object.keys(storage))
        if (key.startsWith(draftPrefix)) storage.removeItem(key)
  })
}
