import { badUserInput, type InputIssue } from '../errors.ts'

/** How many problems of a file are told. */
const toldIssues = 20
/** Reading ends with so many: a wrong file has as many as it has lines. */
const countedIssues = 1_000
const maxMessageLength = 300
const maxKeyLength = 60

/** What is wrong with a file: the first problems in words, and how many more there are. */
export class FileIssues {
  readonly #told: InputIssue[] = []
  #count = 0

  /** @throws AppError as `throwIfAny`, when there are so many that reading on is of no use */
  add({ path, message }: InputIssue): void {
    this.#count += 1
    if (this.#told.length < toldIssues)
      this.#told.push({
        path: path.map((key) => (typeof key === 'string' ? shorten(key, maxKeyLength) : key)),
        message: shorten(message, maxMessageLength),
      })
    if (this.#count === countedIssues) this.throwIfAny()
  }

  /** @throws AppError `BAD_USER_INPUT` with 20 issues at most, and one more that counts the rest */
  throwIfAny(): void {
    if (this.#count === 0) return
    const more = this.#count - this.#told.length
    const atLeast = this.#count === countedIssues ? 'at least ' : ''
    const rest = { path: [], message: `And ${atLeast}${more} more.` }
    throw badUserInput(more > 0 ? [...this.#told, rest] : this.#told)
  }
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…`.toWellFormed() : text
}
