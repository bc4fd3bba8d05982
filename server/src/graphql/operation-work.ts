import { GraphQLError } from 'graphql'
import { AppError, RateLimitedError } from '../errors.ts'
import type { RequestBudget } from './context.ts'

/** How many characters a point pays for, if not for an object. */
export const charactersPerPoint = 1_000
export const tokensPerPoint = 10

/** The most characters of one answer, or of one event. */
const maxAnswerLength = 10_000_000

/** The most characters of rows that one operation, or one event, may read, whether it returns them or not. */
const maxReadLength = 20_000_000
/** The limit for a mutation's own work: everything that was changed at once must fit, so that undo works. */
const maxReadLengthOfMutation = 100_000_000

const askForLess = 'Ask for smaller pages or for fewer things at once.'

/**
 * The actual cost of one operation, as a single figure for all the work that it causes: the largest of
 * three measures, which are the objects it creates, the length of the rows read for it, and the length of
 * the operation and its answer. The estimate is reserved before, and the unused part is returned; each
 * measure charges only what exceeds those before it. Each event of a subscription is measured separately.
 */
export class OperationWork {
  readonly #budget: RequestBudget
  #paid = 0
  /** The points for work that was done; the rest of what was paid is only reserved. */
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
   * Reserves points that it may turn out to cost; unused ones are returned at its end.
   *
   * @throws RateLimitedError when the person can't; nothing is reserved then
   */
  reserve(points: number): void {
    const missing = points - this.#paid
    if (missing <= 0) return
    this.#budget.spend(missing)
    this.#paid = points
  }

  /** Pays afterwards: never throws, and if the budget is overdrawn, the next request waits for it. */
  charge(points: number): void {
    this.#used = Math.max(this.#used, points)
    const missing = points - this.#paid
    if (missing <= 0) return
    this.#budget.charge(missing)
    this.#paid = points
  }

  /**
   * Begins to count the objects that are created.
   *
   * @param least the points for what is created whatever the lists contain
   * @param most the points for what may be created
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

  /** Notes that a mutation was committed: if the operation ends after that, the change stays. */
  noteChange(): void {
    this.#hasChanged = true
  }

  /** Notes the id for undoing a committed mutation, under its name or alias in the request. */
  noteMutation(name: string | number, mutationId: string): void {
    this.#mutationIds.set(name, mutationId)
  }

  /** The mutations that were committed despite an error at this path: one, or all for the whole request. */
  listMutationsAt(path: readonly (string | number)[] | undefined): string[] {
    const [name] = path ?? []
    const ids = this.#mutationIds
    return [...(name === undefined ? ids.values() : [ids.get(name) ?? []].flat())]
  }

  /** What it, or the event under way, is known to have cost, in points. */
  get used(): number {
    return this.#used
  }

  /** How many points are left for objects that aren't created yet. */
  get room(): number {
    return this.#most - this.#made
  }

  /** Why it has to end, once it has created too much; nothing further may be read or created then. */
  get excess(): GraphQLError | undefined {
    return this.#excess
  }

  /**
   * Counts objects that are about to be created.
   *
   * @returns whether they may be created: after a first `false` nothing may
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
   * Called when its read or change gets its turn. While it waited, other operations of the person may have
   * cost more than their estimate; once it has begun, it may finish.
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

  /** Ends it because of what was found, with which the message begins. */
  refuse(found: string): void {
    // One error that already has a path is reported once, however many fields it ends.
    const words = this.#hasChanged ? ' What it has changed stays changed.' : ''
    const originalError = tooComplex(`${found}${words}`)
    this.#excess ??= new GraphQLError(originalError.message, { originalError, path: [] })
  }

  /**
   * Charges what was created and the answer's contents, and ends it if that is too long. Returns the points
   * that were reserved but not used.
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
 * Reads rows that become at least one object each in a list, and so no more of them than may be created:
 * too many end the operation, and none are returned.
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

/** A number as the message of a refusal shows it. */
export function format(value: number): string {
  return Math.ceil(value).toLocaleString('en')
}

/**
 * The approximate length of a value as JSON, without creating it: escapes aren't counted. Stops at `most`,
 * so it costs no more than that, however often the same texts are repeated.
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
