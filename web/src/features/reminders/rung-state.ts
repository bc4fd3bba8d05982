import type { Task } from '../../model/documents/fields.ts'

/** A reminder that has rung. */
export type RungReminder = {
  /** Of this ring: the same reminder may ring again. */
  key: string
  task: Task
  reminderId: string
  /** RFC 3339. */
  rangAt: string
}

/** What was done about one in this tab: it is kept in its place with these words. */
type Handled = {
  words: string
  /** The API has it: the list of a later request says whether it was undone since. */
  settledAtAsk: number | undefined
}

export type RungState = {
  /** The newest first, as the API gave them; undefined until it has. */
  rung: readonly RungReminder[] | undefined
  /** How many there are in all. */
  total: number
  nextAt: string | null
  /** `HH:MM`: when a day begins to remind. */
  dayTime: string
  /** Why the last request gave nothing. */
  error: string | undefined
  handled: ReadonlyMap<string, Handled>
}

export type RungAnswer = Pick<RungState, 'total' | 'nextAt' | 'dayTime'> & {
  rung: readonly RungReminder[]
}

export const nothingKnown: RungState = {
  rung: undefined,
  total: 0,
  nextAt: null,
  dayTime: '09:00',
  error: undefined,
  handled: new Map(),
}

/** The state after the answer to a request; `ask` counts requests. */
export function receive(state: RungState, answer: RungAnswer, ask: number): RungState {
  const listed = new Set(answer.rung.map(({ key }) => key))
  const isBack = ([key, { settledAtAsk }]: [string, Handled]) =>
    settledAtAsk !== undefined && settledAtAsk < ask && listed.has(key)
  const handled = new Map([...state.handled].filter((one) => !isBack(one)))
  return { ...state, ...answer, error: undefined, handled }
}

/** What rang that the state before didn't have; nothing while that knew nothing. */
export function listNew({ rung: before }: RungState, after: RungState): RungReminder[] {
  if (!before) return []
  const known = new Set(before.map(({ key }) => key))
  return listWaiting(after).filter(({ key }) => !known.has(key))
}

/** What still waits for an answer. */
export function listWaiting({ rung = [], handled }: RungState): RungReminder[] {
  return rung.filter(
    ({ key, task }) => !handled.has(key) && !task.completed && task.deletedAt === null,
  )
}

export function handle(state: RungState, key: string, words: string): RungState {
  const handled = new Map(state.handled).set(key, { words, settledAtAsk: undefined })
  return { ...state, handled }
}

/** The API has done it; `ask` is the number of the last request. */
export function settle(state: RungState, key: string, ask: number): RungState {
  const one = state.handled.get(key)
  if (!one) return state
  return { ...state, handled: new Map(state.handled).set(key, { ...one, settledAtAsk: ask }) }
}

/** It was refused or undone. */
export function release(state: RungState, key: string): RungState {
  const handled = new Map(state.handled)
  handled.delete(key)
  return { ...state, handled }
}

/** The new list with what was there before in its place, so that nothing moves under a pointer. */
export function keepPlaces(
  before: readonly RungReminder[],
  now: readonly RungReminder[],
): RungReminder[] {
  const current = new Map(now.map((one) => [one.key, one]))
  const known = new Set(before.map(({ key }) => key))
  return [
    ...before.map((one) => current.get(one.key) ?? one),
    ...now.filter(({ key }) => !known.has(key)),
  ]
}

const slackMs = 500
const longestPauseMs = 60_000

/**
 * How long to wait before asking again; undefined when nothing rings. An instant that is past is about to
 * ring: it is asked for with longer and longer pauses.
 *
 * @param tries how often it was past already
 */
export function findPauseMs(nextAt: string | null, now: number, tries: number): number | undefined {
  if (nextAt === null) return undefined
  const wait = Date.parse(nextAt) - now
  return wait > 0 ? wait + slackMs : Math.min(slackMs * 2 ** tries, longestPauseMs)
}
