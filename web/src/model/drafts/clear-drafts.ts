import { attempt, draftPrefix } from './drafts.ts'

/** Deletes everybody's drafts, so that signing out leaves nothing in the browser. */
export function clearDrafts(): void {
  attempt(() => {
    for (const storage of [localStorage, sessionStorage])
      for (const key of Object.keys(storage))
        if (key.startsWith(draftPrefix)) storage.removeItem(key)
  })
}
