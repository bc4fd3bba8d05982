import { maxTagsPerTask, textLimits } from '../../domain/limits.ts'
import { checkTagName } from '../../domain/text/tag-name.ts'
import type { TagEntry } from '../../transfer/transfer-format.ts'
import type { ImportReport } from '../report.ts'
import { fitLine } from './fit-text.ts'
import type { MakeId } from './object-id.ts'

/** The tags of a file, each once, in the order they come up. */
export class DraftTags {
  readonly #byKey = new Map<string, { id: string; name: string }>()
  readonly #makeId: MakeId
  readonly #report: ImportReport

  constructor(makeId: MakeId, report: ImportReport) {
    this.#makeId = makeId
    this.#report = report
  }

  /** The ids of a task's tags, without duplicates. */
  idsOf(names: readonly string[], title: string): string[] {
    const ids = new Set(names.flatMap((name) => this.#idOf(name) ?? []))
    if (ids.size > maxTagsPerTask)
      this.#report.add(`A task has up to ${maxTagsPerTask} tags; more are left out.`, title)
    return [...ids].slice(0, maxTagsPerTask)
  }

  #idOf(written: string): string | undefined {
    if (written.trim() === '') return undefined
    const checked = checkTagName(fitLine(written, textLimits.tagName, 'untitled', this.#report))
    if (!checked.ok) return undefined
    const { name, nameKey } = checked.value
    const known = this.#byKey.get(nameKey)
    if (known) return known.id
    const id = this.#makeId('tag', nameKey)
    this.#byKey.set(nameKey, { id, name })
    return id
  }

  toEntries(now: string): TagEntry[] {
    return [...this.#byKey.values()].map((tag) => ({ ...tag, createdAt: now, updatedAt: now }))
  }
}
