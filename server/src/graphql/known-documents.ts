import { type DocumentNode, getOperationAST } from 'graphql'

const MOST = 1_000
// What clients write is shorter, and a longer one may take the long way each time.
const LONGEST_TEXT = 20_000

/** Documents that are known to be valid, by the text that was sent; those used last. */
export class KnownDocuments {
  readonly #byText = new Map<string, DocumentNode>()

  remember(text: string, document: DocumentNode): void {
    if (text.length > LONGEST_TEXT) return
    this.#byText.delete(text)
    this.#byText.set(text, document)
    const oldest = this.#byText.size > MOST ? this.#byText.keys().next().value : undefined
    if (oldest !== undefined) this.#byText.delete(oldest)
  }

  /** The document, when the operation that is meant is there and no subscription. */
  find(text: string, operationName: string | null | undefined): DocumentNode | undefined {
    const document = this.#byText.get(text)
    if (!document) return undefined
    const kind = getOperationAST(document, operationName)?.operation
    if (kind !== 'query' && kind !== 'mutation') return undefined
    // A map keeps its order of insertion, so its first key is the one longest unused.
    this.#byText.delete(text)
    this.#byText.set(text, document)
    return document
  }
}
