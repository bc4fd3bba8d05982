/**
 * For `initialFocus`: gives an element the focus as soon as it is there. By itself the library waits
 * for the next frame, and keys that are typed until then do nothing, or what they do on the page.
 */
export function focusAtOnce(find: () => HTMLElement | null | undefined): () => boolean {
  return () => {
    const element = find()
    element?.focus()
    return !element
  }
}
