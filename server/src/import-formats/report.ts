const maxNotes = 60
const maxExamples = 10
const exampleLength = 120

/** Something of a file that couldn't be brought along as it was. */
export type ReportNote = {
  message: string
  count: number
  /** The first tasks or fields it is about. */
  examples: string[]
}

/** Collects what an import changes or leaves out, so that nothing is lost silently. */
export class ImportReport {
  readonly #notes = new Map<string, ReportNote>()

  /**
   * @param message what happens to them, without a name in it, so that the same is counted together
   * @param example what it is about: a task's title, a field
   */
  add(message: string, example?: string, count = 1): void {
    const note = this.#notes.get(message) ?? { message, count: 0, examples: [] }
    if (note.count === 0 && this.#notes.size < maxNotes) this.#notes.set(message, note)
    note.count += count
    if (example === undefined || note.examples.length >= maxExamples) return
    const shown = shorten(example)
    if (!note.examples.includes(shown)) note.examples.push(shown)
  }

  /** The most frequent first. */
  get notes(): ReportNote[] {
    return [...this.#notes.values()].sort((one, other) => other.count - one.count)
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().toWellFormed()
  return line.length > exampleLength ? `${line.slice(0, exampleLength)}…`.toWellFormed() : line
}
