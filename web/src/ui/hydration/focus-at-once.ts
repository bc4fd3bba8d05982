/**
 * For `initialFocus`: focuses an element as soon as it is there. The library itself waits for the next
 * frame, and keys typed until then do nothing, or act on the page.
 */
export function focusAtOnce(find: () => HTMLElement | null | undefined): () => boolean {
  return () => {
    const element = find()
    element?.focus()
    return !element
  }
}
