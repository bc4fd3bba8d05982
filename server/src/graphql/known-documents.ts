import { type DocumentNode, getOperationAST } from 'graphql'

const mostKept = 1_000
/** The most of these that only one person uses. */
const mostOfOne = 100
// Clients' documents are shorter, and longer ones may take the full path each time.
const longestText = 20_000

type Known = {
  document: DocumentNode
  /** The only person who has used it; undefined once somebody else has too, as with the app's queries. */
  userId: string | undefined
}

/**
 * A cache of valid documents by their text, which keeps those used most recently. One person fills no more
 * than their share of it, and documents that several people use are dropped last.
 */
export class KnownDocuments {
  readonly #byText = new Map<string, Known>()
  /** The documents that only one person uses, for each person, in the order of use. */
  readonly #ofOne = new Map<string, Set<string>>()

  remember(text: string, document: DocumentNode, userId: string): void {
    if (text.length > longestText) return
    this.#use(text, document, userId)
    const own = this.#ofOne.get(userId)
    if (own && own.size > mostOfOne) this.#forget(firstOf(own))
    if (this.#byText.size > mostKept) this.#forget(this.#findLeastUsed())
  }

  /** The document, if the named operation is in it and isn't a subscription. */
  find(
    text: string,
    operationName: string | null | undefined,
    userId: string,
  ): DocumentNode | undefined {
    const document = this.#byText.get(text)?.document
    if (!document) return undefined
    const kind = getOperationAST(document, operationName)?.operation
    if (kind !== 'query' && kind !== 'mutation') return undefined
    this.#use(text, document, userId)
    return document
  }

  // Maps and sets keep the order of insertion, so the first is the least recently used.
  #use(text: string, document: DocumentNode, userId: string): void {
    const known = this.#byText.get(text)
    this.#forget(text)
    const isOwn = !known || known.userId === userId
    this.#byText.set(text, { document, userId: isOwn ? userId : undefined })
    if (!isOwn) return
    const own = this.#ofOne.get(userId) ?? new Set()
    this.#ofOne.set(userId, own.add(text))
  }

  #findLeastUsed(): string | undefined {
    for (const [text, { userId }] of this.#byText) if (userId !== undefined) return text
    return firstOf(this.#byText.keys())
  }

  #forget(text: string | undefined): void {
    const known = text === undefined ? undefined : this.#byText.get(text)
    if (text === undefined || !known) return
    this.#byText.delete(text)
    const own = known.userId === undefined ? undefined : this.#ofOne.get(known.userId)
    own?.delete(text)
    if (own?.size === 0 && known.userId !== undefined) this.#ofOne.delete(known.userId)
  }
}

function firstOf<T>(values: Iterable<T>): T | undefined {
  for (const value of values) return value
  return undefined
}
