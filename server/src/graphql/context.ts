import type { ExecutionResult } from 'graphql'
import type { UnauthenticatedError } from '../auth/authenticate.ts'
import { actorOf, type Viewer } from '../auth/viewer.ts'
import type { BudgetState, Budgets } from '../budget/budgets.ts'
import type { EventTurns } from '../changes/event-turns.ts'
import type { Listeners } from '../changes/listeners.ts'
import type { Meter } from '../db/meter.ts'
import type { AsUser, UserDatabase, UserDatabases } from '../db/user-database.ts'
import type { Loaders } from '../loaders.ts'
import type { RequestFacts } from '../telemetry/request-facts.ts'
import { OperationWork } from './operation-work.ts'
import type { Pace } from './pace.ts'
import type { PlainRequest } from './plain-request.ts'

/** What a resolver gets. One for each request, never shared: scope-auth and the loaders cache by it. */
export type RequestContext = {
  viewer: Viewer
  requestId: string
  facts: RequestFacts
  /** Looks again whether the viewer still counts; gives the reason when not. */
  findEnd(): Promise<UnauthenticatedError | undefined>
  /** For reads: each statement for itself. */
  asUser: AsUser
  /** For changes: one transaction, logged under the mutation's id. */
  mutate: <T>(mutationId: string, work: (db: UserDatabase) => Promise<T>) => Promise<T>
  loaders: Loaders
  /** For live results. */
  live: Live
  /** What the person may still ask for. */
  budget: RequestBudget
  /** What was asked for, where the endpoint has read it already. */
  plain?: PlainRequest | undefined
  /** What the operation costs, as far as it is known. */
  work: OperationWork
  /** Asks to make objects worth so many points: undefined when they may be made now. */
  pace: (points: number) => Promise<void> | undefined
}

export type RequestBudget = {
  /** @throws RateLimitedError when there is not so much left; nothing is spent then */
  spend(cost: number): void
  /** Adds what became known while or after it ran, as `Budgets.charge` does; it never throws. */
  charge(points: number): void
  /** Gives back what was spent and not used. */
  refund(points: number): void
  /** What this request has spent. */
  spent(): number
  /** Whole seconds until so much may be spent; 0 when it is so now. */
  secondsUntilRoom(points: number): number
  read(): BudgetState
}

export type Live = {
  listeners: Listeners
  turns: EventTurns
  /** How long a live result trusts that it will be told, before it looks by itself. */
  lookEverySeconds: number
  /** Aborted when nobody listens any more; the reason is an AppError when the caller is to hear it. */
  signal: AbortSignal
  /** Says that the event under way has been made. */
  noteMade?: () => void
  /** What a subscription gives, for the endpoint to send. */
  results?: AsyncIterable<ExecutionResult>
}

/** What a context is made of beside its viewer. */
export type ContextSources = {
  databases: UserDatabases
  budgets: Budgets
  pace: Pace
  live: Live
  createLoaders(asUser: AsUser, work: OperationWork): Loaders
}

/** @param gone aborted when the caller has gone: nothing further is read or begun for them then */
export function createRequestContext(
  sources: ContextSources,
  viewer: Viewer,
  request: Pick<RequestContext, 'requestId' | 'facts' | 'findEnd'>,
  gone?: AbortSignal,
): RequestContext {
  const { databases, live } = sources
  const budget = createRequestBudget(sources.budgets, viewer)
  const work = new OperationWork(budget)
  const meterOf = (isForMutation: boolean): Meter => ({
    begin: () => work.beginToRead(),
    read: (characters) => work.countRead(characters, isForMutation),
  })
  const reading = meterOf(false)
  const asUser: AsUser = (read) =>
    work.excess ? Promise.reject(work.excess) : databases.asUser(viewer.userId, read, gone, reading)
  const actor = actorOf(viewer)
  return {
    viewer,
    ...request,
    asUser,
    async mutate(id, change) {
      if (work.excess) throw work.excess
      const mutation = { id, actor }
      const meter = meterOf(true)
      const result = await databases.mutateAsUser(viewer.userId, mutation, change, gone, meter)
      work.noteChange()
      return result
    },
    loaders: sources.createLoaders(asUser, work),
    live,
    budget,
    work,
    pace: (points) => sources.pace(viewer.userId, points),
  }
}

function createRequestBudget(budgets: Budgets, viewer: Viewer): RequestBudget {
  let spent = 0
  return {
    spend(cost) {
      budgets.spend(viewer, cost)
      spent += cost
    },
    charge(points) {
      budgets.charge(viewer.userId, points)
      spent += points
    },
    refund(points) {
      budgets.refund(viewer.userId, points)
      spent -= points
    },
    spent: () => spent,
    secondsUntilRoom: (points) => budgets.secondsUntilRoom(viewer, points),
    read: () => budgets.read(viewer),
  }
}
