import { textLimits } from '../../domain/limits.ts'
import { spreadOrderKeys } from '../../domain/order/ordering.ts'
import type { ListEntry } from '../../transfer/transfer-format.ts'
import type { ImportReport } from '../report.ts'
import type { DraftList } from './draft.ts'
import { fitLine } from './fit-text.ts'
import type { MakeId } from './object-id.ts'

const inboxKey = '\0inbox'

/** The lists of a file as ours, the inbox first, and then each with those of its sections. */
export class DraftLists {
  readonly #lists = new Map<string, DraftList>([
    [inboxKey, { key: inboxKey, name: 'Inbox', isInbox: true }],
  ])
  /** By their list and name. */
  readonly #sections = new Map<string, Map<string, DraftList>>()
  readonly #alias = new Map<string, string>()

  constructor(lists: readonly DraftList[]) {
    for (const list of lists) {
      if (list.isInbox) this.#alias.set(list.key, inboxKey)
      else if (!this.#lists.has(list.key)) this.#lists.set(list.key, list)
    }
  }

  /** The key of a list, which is the inbox's where nobody knows it. */
  find(key: string): string {
    const own = this.#alias.get(key) ?? key
    return this.#lists.has(own) ? own : inboxKey
  }

  /** The key of the list that a section becomes. */
  findSection(list: string, section: string): string {
    const of = this.find(list)
    const sections = this.#sections.get(of) ?? new Map<string, DraftList>()
    this.#sections.set(of, sections)
    const known = sections.get(section)
    if (known) return known.key
    const { name, isArchived = false } = this.#lists.get(of) as DraftList
    const key = JSON.stringify([of, section])
    sections.set(section, { key, name: `${name} / ${section}`, isArchived })
    return key
  }

  toEntries(makeId: MakeId, now: string, report: ImportReport): ListEntry[] {
    const all = [...this.#lists.values()].flatMap((list) => [
      list,
      ...(this.#sections.get(list.key)?.values() ?? []),
    ])
    const positions = spreadOrderKeys(all.length)
    return all.map((list, nth) => ({
      id: makeId('list', list.key),
      name: fitLine(list.name, textLimits.listName, 'Untitled', report) ?? 'Untitled',
      isInbox: list.isInbox === true,
      position: positions[nth] ?? '',
      ...(list.isArchived && !list.isInbox && { archivedAt: now }),
      createdAt: list.createdAt ?? now,
      updatedAt: list.createdAt ?? now,
    }))
  }
}
