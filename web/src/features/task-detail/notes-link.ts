// What a browser would run or open as a page, and Windows' own commands, some of which have run programs
// without asking.
const unsafe =
  /^(?:javascript|vbscript|data|blob|filesystem|file|about|view-source|jar|res|ms-[\w-]+|search-ms|search)$/i

/**
 * Where a link in notes leads: to the web, a mail, a call, or a program of the device (`obsidian:`,
 * `message:`), which the browser asks about. Undefined for unsafe links and for what leads nowhere
 * outside the notes, such as `example.org` without its scheme.
 */
export function findNotesTarget(url: string): string | undefined {
  // A browser ignores these wherever they are (https://url.spec.whatwg.org/#url-parsing).
  const plain = url.replace(/[\t\n\r]/g, '').trim()
  const scheme = /^([a-z][a-z0-9+.-]*):./i.exec(plain)?.[1]
  return scheme && !unsafe.test(scheme) ? plain : undefined
}
