import { randomUUIDv7 } from 'node:crypto'
import type { ExecutionResult } from 'graphql'
import type { UnauthenticatedError } from '../auth/authenticate.ts'
import { actorOf, type Viewer } from '../auth/viewer.ts'
import type { BudgetState, Budgets } from '../budget/budgets.ts'
import type { DryRun } from '../changes/dry-run.ts'
import type { EventTurns } from '../changes/event-turns.ts'
import type { Listeners } from '../changes/listeners.ts'
import type { Meter } from '../db/meter.ts'
import type { AsUser, UserDatabase, UserDatabases } from '../db/user-database.ts'
import type { Loaders } from '../loaders.ts'
import type { Mail } from '../mail/mail.ts'
import type { PushSender } from '../push/push-sender.service.ts'
import type { RequestFacts } from '../telemetry/request-facts.ts'
import type { WebhookRules } from '../webhooks/webhook.service.ts'
import { OperationWork } from './operation-work.ts'
import type { Pace } from './pace.ts'
import type { PlainRequest } from './plain-request.ts'

/** The context of resolvers: one for each request, never shared, because scope-auth and loaders cache by it. */
export type RequestContext = {
  viewer: Viewer
  requestId: string
  facts: RequestFacts
  /** Checks again whether the viewer is still valid; returns the reason if not. */
  findEnd(): Promise<UnauthenticatedError | undefined>
  /** For reads: each statement is separate. */
  asUser: AsUser
  /** For changes: one transaction, logged under the mutation's id. */
  mutate: <T>(mutationId: string, work: (db: UserDatabase) => Promise<T>) => Promise<T>
  /** What the work would change: it runs like a mutation, and is rolled back. */
  dryRun: (work: (db: UserDatabase) => Promise<unknown>) => Promise<DryRun>
  loaders: Loaders
  /** Keeps a mail to be sent. Never rejects. */
  sendMail(mail: Mail): Promise<void>
  /** Sends notifications to browsers. */
  push: PushSender
  /** What this installation says about webhooks. */
  webhooks: WebhookRules
  /** Where people open the app, without a slash at the end. */
  webUrl: string
  /** Where callers reach the API, without a slash at the end. */
  apiUrl: string
  /** For live results. */
  live: Live
  /** What the person may still ask for. */
  budget: RequestBudget
  /** The operation, if the endpoint has read it already. */
  plain?: PlainRequest | undefined
  /** What the operation costs, as far as it is known. */
  work: OperationWork
  /** Asks to create objects worth so many points: undefined when they may be created now. */
  pace: (points: number) => Promise<void> | undefined
}

export type RequestBudget = {
  /** @throws RateLimitedError when not enough is left; nothing is spent then */
  spend(cost: number): void
  /** Charges a cost that became known during or after the run, as `Budgets.charge` does; it never throws. */
  charge(points: number): void
  /** Returns points that were spent but not used. */
  refund(points: number): void
  /** What this request has spent. */
  spent(): number
  /** Whole seconds until so much may be spent; 0 when it may be spent now. */
  secondsUntilRoom(points: number): number
  read(): BudgetState
}

export type Live = {
  listeners: Listeners
  turns: EventTurns
  /** How long a live result relies on notifications before it polls the log. */
  lookEverySeconds: number
  /** Aborted when nobody listens any more; the reason is an AppError when it is sent to the caller. */
  signal: AbortSignal
  /** Says that the event under way has been created. */
  noteMade?: () => void
  /** A subscription's results, for the endpoint to send. */
  results?: AsyncIterable<ExecutionResult>
}

/** The parts of a context besides its viewer. */
export type ContextSources = {
  databases: UserDatabases
  budgets: Budgets
  pace: Pace
  live: Live
  sendMail: RequestContext['sendMail']
  push: PushSender
  webhooks: WebhookRules
  webUrl: string
  apiUrl: string
  createLoaders(asUser: AsUser, work: OperationWork): Loaders
  readDryRun(db: UserDatabase, mutationId: string): Promise<DryRun>
}

/** @param gone aborted when the caller has disconnected: nothing further is read or started for them then */
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
    async dryRun(change) {
      if (work.excess) throw work.excess
      const id = randomUUIDv7()
      const rehearse = async (db: UserDatabase) => {
        await change(db)
        throw new RolledBack(await sources.readDryRun(db, id))
      }
      const mutation = { id, actor }
      try {
        return await databases.mutateAsUser(viewer.userId, mutation, rehearse, gone, meterOf(true))
      } catch (error) {
        if (error instanceof RolledBack) return error.dryRun
        throw error
      }
    },
    loaders: sources.createLoaders(asUser, work),
    sendMail: sources.sendMail,
    push: sources.push,
    webhooks: sources.webhooks,
    webUrl: sources.webUrl,
    apiUrl: sources.apiUrl,
    live,
    budget,
    work,
    pace: (points) => sources.pace(viewer.userId, points),
  }
}

/** Thrown so that a transaction is rolled back; nobody else sees it. */
class RolledBack extends Error {
  readonly dryRun: DryRun

  constructor(dryRun: DryRun) {
    super('A dry run is rolled back')
    this.dryRun = dryRun
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
