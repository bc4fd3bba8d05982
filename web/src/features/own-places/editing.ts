/** What of a person's own places is being made or changed; without an id, a new one. */
export type Editing = {
  kind: 'list' | 'tag' | 'view'
  id?: string
  /** What a new view begins as. */
  copyOf?: string
}

/** Opens the dialog for it; the element, or what has the focus, gets the focus back afterwards. */
export type Edit = (editing: Editing, before?: HTMLElement | null) => void
