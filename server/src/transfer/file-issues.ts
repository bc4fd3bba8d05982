import { badUserInput, type InputIssue, limitsExceeded } from '../errors.ts'

/** How many problems of a file are reported. */
const maxReportedIssues = 20
/** Reading ends after so many, because a wrong file may have one for each line. */
const countedIssues = 1_000
const maxMessageLength = 300
const maxKeyLength = 60

/** The problems of a file: the first ones in words, and how many more there are. */
export class FileIssues {
  readonly #reported: InputIssue[] = []
  #count = 0
  #beyondLimits = 0

  /** @throws AppError as `throwIfAny`, when there are so many that reading on is useless */
  add({ path, message }: InputIssue, kind: 'rule' | 'limit' = 'rule'): void {
    this.#count += 1
    if (kind === 'limit') this.#beyondLimits += 1
    if (this.#reported.length < maxReportedIssues)
      this.#reported.push({
        path: path.map((key) => (typeof key === 'string' ? shorten(key, maxKeyLength) : key)),
        message: shorten(message, maxMessageLength),
      })
    if (this.#count === countedIssues) this.throwIfAny()
  }

  /**
   * @throws AppError with 20 issues at most, and one more that counts the rest: `LIMIT_EXCEEDED` when
   * only limits are exceeded, else `BAD_USER_INPUT`
   */
  throwIfAny(): void {
    if (this.#count === 0) return
    const more = this.#count - this.#reported.length
    const atLeast = this.#count === countedIssues ? 'at least ' : ''
    const rest = { path: [], message: `And ${atLeast}${more} more.` }
    const issues = more > 0 ? [...this.#reported, rest] : this.#reported
    throw this.#beyondLimits === this.#count ? limitsExceeded(issues) : badUserInput(issues)
  }
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…`.toWellFormed() : text
}
