import { type DocumentNode, getOperationAST } from 'graphql'

const mostKept = 1_000
/** Of these, the most that one person alone uses. */
const mostOfOne = 100
// What clients write is shorter, and a longer one may take the long way each time.
const longestText = 20_000

type Known = {
  document: DocumentNode
  /** Who alone has used it; undefined once somebody else has too, as with what the app asks. */
  userId: string | undefined
}

/**
 * Documents that are known to be valid, by the text that was sent; those used last. One person fills no
 * more than their share of them, and what several people use goes last.
 */
export class KnownDocuments {
  readonly #byText = new Map<string, Known>()
  /** What each person alone uses, in the order of use. */
  readonly #ofOne = new Map<string, Set<string>>()

  remember(text: string, document: DocumentNode, userId: string): void {
    if (text.length > longestText) return
    this.#use(text, document, userId)
    const own = this.#ofOne.get(userId)
    if (own && own.size > mostOfOne) this.#forget(firstOf(own))
    if (this.#byText.size > mostKept) this.#forget(this.#findLeastUsed())
  }

  /** The document, when the operation that is meant is there and no subscription. */
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

  // A map and a set keep their order of insertion, so the first is the one longest unused.
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
