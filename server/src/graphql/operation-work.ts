import { GraphQLError } from 'graphql'
import { AppError, RateLimitedError } from '../errors.ts'
import type { RequestBudget } from './context.ts'

/** What a point pays for besides an object. */
export const charactersPerPoint = 1_000
export const tokensPerPoint = 10

/** The most characters that one answer, or one event, may hold. */
const maxAnswerLength = 10_000_000

/** The most characters of rows that one operation, or one event, may have read, answered or not. */
const maxReadLength = 20_000_000
/** For a mutation to do its work: what was changed at once must fit, to be undone. */
const maxReadLengthOfMutation = 100_000_000

const askForLess = 'Ask for smaller pages or for fewer things at once.'

/**
 * What one operation turns out to cost. There is one measure for all that it makes the service do: its
 * cost is the largest of what it makes, how long the rows are that are read for it, and how long it and
 * its answer are. What it is reckoned at is set aside before, and what it doesn't need of that is given
 * back; each measure pays only what those before it haven't. Of a subscription, each event is measured
 * for itself.
 */
export class OperationWork {
  readonly #budget: RequestBudget
  #paid = 0
  /** What is known to have been done for it; the rest of what was paid is only set aside. */
  #used = 0
  #most = Number.MAX_SAFE_INTEGER
  #least = 0
  #made = 0
  #readLength = 0
  #hasBegunToRead = false
  #hasChanged = false
  #excess: GraphQLError | undefined
  readonly #mutationIds = new Map<string | number, string>()

  constructor(budget: RequestBudget) {
    this.#budget = budget
  }

  /**
   * Pays in advance.
   *
   * @throws RateLimitedError when the person can't; nothing is spent then
   */
  spend(points: number): void {
    this.reserve(points)
    this.#used = Math.max(this.#used, points)
  }

  /**
   * Sets points aside that it may turn out to cost; what it doesn't is given back at its end.
   *
   * @throws RateLimitedError when the person can't; nothing is set aside then
   */
  reserve(points: number): void {
    const missing = points - this.#paid
    if (missing <= 0) return
    this.#budget.spend(missing)
    this.#paid = points
  }

  /** Pays afterwards: never throws, and what there is no room for is waited for the next time. */
  charge(points: number): void {
    this.#used = Math.max(this.#used, points)
    const missing = points - this.#paid
    if (missing <= 0) return
    this.#budget.charge(missing)
    this.#paid = points
  }

  /**
   * Begins to count what is made.
   *
   * @param least what is made whatever the lists hold, in points
   * @param most what may be made
   */
  begin(least: number, most: number): void {
    this.#least = least
    this.#most = most
    this.#made = least
  }

  /** Begins the next event of a subscription. The first is covered by what was paid for it before. */
  beginEvent(isFirst: boolean): void {
    if (!isFirst) {
      this.#paid = 0
      this.#used = 0
    }
    this.#made = this.#least
    this.#readLength = 0
  }

  /** Notes that a mutation was committed: what ends the operation after that can't undo it. */
  noteChange(): void {
    this.#hasChanged = true
  }

  /** Notes what a mutation that was committed is undone by, under its name or alias in the request. */
  noteMutation(name: string | number, mutationId: string): void {
    this.#mutationIds.set(name, mutationId)
  }

  /** What has happened although an error at this path is told: one, or for the whole request all. */
  listMutationsAt(path: readonly (string | number)[] | undefined): string[] {
    const [name] = path ?? []
    const ids = this.#mutationIds
    return [...(name === undefined ? ids.values() : [ids.get(name) ?? []].flat())]
  }

  /** What it, or the event under way, is known to have cost, in points. */
  get used(): number {
    return this.#used
  }

  /** How many points are left for objects that aren't made yet. */
  get room(): number {
    return this.#most - this.#made
  }

  /** Why it has to end, once it has made too much; nothing further may be read or made then. */
  get excess(): GraphQLError | undefined {
    return this.#excess
  }

  /**
   * Counts what is about to be made.
   *
   * @returns whether it may be: after a first `false` nothing may
   */
  count(points: number): boolean {
    if (this.#excess) return false
    this.#made += points
    if (this.#made <= this.#most) return true
    this.refuse(
      `a cost of ${format(this.#made)} or more with what its lists hold; ${format(this.#most)} are allowed. ${askForLess}`,
    )
    return false
  }

  /**
   * Asked when what it reads or changes has its turn. It may have waited for that while others of the
   * person's turned out dearer than they were reckoned at; once it has begun, it may end.
   *
   * @throws RateLimitedError when the person owes more than their budget holds
   */
  beginToRead(): void {
    if (this.#excess) throw this.#excess
    if (this.#hasBegunToRead) return
    const seconds = this.#budget.secondsUntilRoom(0)
    if (seconds > 0) throw new RateLimitedError(seconds)
    this.#hasBegunToRead = true
  }

  /**
   * Charges a row that was read.
   *
   * @throws the error it ends with when that was too much
   */
  countRead(characters: number, isForMutation: boolean): void {
    this.#readLength += characters
    this.charge(this.#readLength / charactersPerPoint)
    const most = isForMutation ? maxReadLengthOfMutation : maxReadLength
    if (this.#readLength > most)
      this.refuse(
        `to read more than ${format(most)} characters, whether they are answered or not, which is the most. ${askForLess}`,
      )
    if (this.#excess) throw this.#excess
  }

  /** Ends it for what was found, which the words begin with. */
  refuse(found: string): void {
    // One error that has a path already is told once, however many fields it ends.
    const words = this.#hasChanged ? ' What it has changed stays changed.' : ''
    const originalError = tooComplex(`${found}${words}`)
    this.#excess ??= new GraphQLError(originalError.message, { originalError, path: [] })
  }

  /**
   * Charges what was made and what the answer holds, and ends it when that is too long. Gives back what
   * was set aside and not used.
   */
  conclude(data: unknown): void {
    const length = this.#excess ? 0 : measureLength(data, maxAnswerLength)
    if (length > maxAnswerLength)
      this.refuse(
        `an answer of more than ${format(maxAnswerLength)} characters, which is the most. ${askForLess}`,
      )
    this.charge(Math.max(Math.min(this.#made, this.#most), length / charactersPerPoint))
    if (this.#paid <= this.#used) return
    this.#budget.refund(this.#paid - this.#used)
    this.#paid = this.#used
  }
}

/**
 * Reads rows of which each becomes an object in a list at least, and so no more of them than may be
 * made: too many end the operation, and none are given.
 *
 * @param lists how many lists they are for
 */
export async function readWithinRoom<Row>(
  work: OperationWork,
  lists: number,
  read: (limit: number) => Promise<Row[]>,
): Promise<Row[]> {
  const most = Math.max(0, work.room) + lists
  const rows = await read(most + 1)
  if (rows.length <= most) return rows
  work.count(rows.length)
  return []
}

export function tooComplex(found: string): AppError {
  return new AppError('QUERY_TOO_COMPLEX', `The operation has ${found}`)
}

/** A number as the words of a refusal have it. */
export function format(value: number): string {
  return Math.ceil(value).toLocaleString('en')
}

/**
 * About how long a value is as JSON, without making it: escapes aren't counted. Goes no further than
 * `most`, and so costs no more than that, however often the same texts come again.
 */
function measureLength(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return 5
  let length = 2
  if (Array.isArray(value)) {
    for (const item of value) {
      length += measureLength(item, most - length) + 1
      if (length > most) break
    }
    return length
  }
  for (const name in value) {
    length +=
      name.length + 4 + measureLength((value as Record<string, unknown>)[name], most - length)
    if (length > most) break
  }
  return length
}
