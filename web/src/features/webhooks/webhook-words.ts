import { webhookFailingDays } from '@tend/server/domain/limits'
import type { WebhookEntity, WebhookOperation, WebhookStopReason } from '../../gql/graphql.ts'
import { describeInstant, describePast, type InstantStyle } from '../../ui/time-words.ts'
import type { WebhookData } from './webhooks.query.ts'

/** What an event is about, in the order in which it is asked for. */
export const entityWords: Readonly<Record<WebhookEntity, string>> = {
  TASK: 'Tasks',
  TASK_TAG: 'Tags on tasks',
  LIST: 'Lists',
  TAG: 'Tags',
  SAVED_VIEW: 'Views',
}

export const operationWords: Readonly<Record<WebhookOperation, string>> = {
  CREATE: 'Created',
  UPDATE: 'Changed',
  DELETE: 'Deleted for good',
}

const shortOperationWords: Readonly<Record<WebhookOperation, string>> = {
  CREATE: 'created',
  UPDATE: 'changed',
  DELETE: 'deleted for good',
}

const stopWords: Readonly<Record<WebhookStopReason, string>> = {
  BY_OWNER: 'Stopped by you',
  GONE: 'Stopped because your server answered “410 Gone”',
  FAILING: `Stopped because nothing arrived for ${webhookFailingDays} days`,
  SECRET_LOST: 'Stopped because its secret can’t be read any more',
}

/** What it is called; its address where it has no name. */
export function nameWebhook({ description, url }: WebhookData): string {
  return description ?? url
}

/** What is sent to it: “Tasks and lists, when created or changed”. */
export function describeChoice({ entities, operations }: WebhookData): string {
  const about = entities
    ? joinWords(
        'conjunction',
        keysOf(entityWords)
          .filter((one) => entities.includes(one))
          .map((one) => entityWords[one]),
      )
    : 'All changes'
  if (!operations) return about
  const done = keysOf(operationWords)
    .filter((one) => operations.includes(one))
    .map((one) => shortOperationWords[one])
  return `${entities ? about : 'Everything'}, when ${joinWords('disjunction', done)}`
}

/** How it goes, and whether something is wrong. */
export function describeState(
  webhook: WebhookData,
  style: InstantStyle,
): { text: string; isTrouble: boolean } {
  const { stopReason, stoppedAt, lastSuccessAt, lastFailureAt, lastFailure, nextAttemptAt } =
    webhook
  if (stopReason) {
    const since = stoppedAt ? `, ${describePast(stoppedAt, style)}` : ''
    return { text: `${stopWords[stopReason]}${since}`, isTrouble: stopReason !== 'BY_OWNER' }
  }
  if (lastFailureAt && (!lastSuccessAt || lastSuccessAt < lastFailureAt)) {
    const again = nextAttemptAt ? `. Next try: ${describeInstant(nextAttemptAt, style)}` : ''
    const why = describeProblem(lastFailure ?? '')
    return { text: `Failed ${describePast(lastFailureAt, style)}: ${why}${again}`, isTrouble: true }
  }
  const text = lastSuccessAt
    ? `Last delivered ${describePast(lastSuccessAt, style)}`
    : 'No changes sent yet'
  return { text, isTrouble: false }
}

/** Why an attempt failed, for a person; what the API calls it stays where that helps to look it up. */
export function describeProblem(problem: string): string {
  const status = /^HTTP (\d+)$/.exec(problem)?.[1]
  if (status) return `your server answered ${status}`
  const known = problemWords[problem]
  if (known) return known
  if (/CERT|SELF_SIGNED|UNABLE_TO|TLS|SSL/.test(problem))
    return `the certificate of your server isn’t trusted (${problem})`
  return problem ? `no answer (${problem})` : 'no answer'
}

const problemWords: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection broke off',
  ENOTFOUND: 'no server has this name',
  EAI_AGAIN: 'its name couldn’t be looked up',
  TIMEOUT: 'no answer within 15 seconds',
  NOT_PUBLIC: 'it isn’t a public https address',
}

/** The keys of a record in their order, with their types. */
export function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[]
}

function joinWords(type: 'conjunction' | 'disjunction', words: readonly string[]): string {
  const [first = '', ...rest] = words
  return new Intl.ListFormat('en', { type }).format([
    first,
    ...rest.map((word) => word.toLowerCase()),
  ])
}
