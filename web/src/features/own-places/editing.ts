/** The list, tag or view that is being edited; without an id, a new one. */
export type Editing = {
  kind: 'list' | 'tag' | 'view'
  id?: string
  /** The view that a new one is a copy of. */
  copyOf?: string
}

/** Opens the dialog for it; the element, or what has the focus, gets the focus back afterwards. */
export type Edit = (editing: Editing, before?: HTMLElement | null) => void
