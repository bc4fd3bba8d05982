/** Copies a text; gives whether that worked. Outside HTTPS and localhost there is no clipboard to write to. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/**
 * As `writeClipboard`, for a text that is still to come: Safari forbids to copy once the click is over.
 *
 * @throws what `read` throws
 */
export async function writeClipboardLater(read: () => Promise<string>): Promise<boolean> {
  const text = read()
  if (typeof ClipboardItem === 'undefined') return writeClipboard(await text)
  try {
    const blob = text.then((words) => new Blob([words], { type: 'text/plain' }))
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
    return true
  } catch {
    return writeClipboard(await text)
  }
}
