import { randomUUIDv7 } from 'node:crypto'
import { writeOwnerNotice } from '../account/owner-notice.service.ts'
import { getLastSeq } from '../changes/change.queries.ts'
import type { ChangeOperation, TrackedTable } from '../changes/change.table.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { isUuid } from '../domain/ids.ts'
import { textLimits, webhookOverlapHours } from '../domain/limits.ts'
import { checkText } from '../domain/text/text.ts'
import { badUserInput, type InputIssue, notFound, requireWithin } from '../errors.ts'
import type { Mail } from '../mail/mail.ts'
import { newWebhookMail } from './new-webhook.mail.ts'
import {
  countWebhooks,
  deleteRevokedWebhooks,
  findWebhooks,
  insertWebhook,
  setWebhookRevoked,
  setWebhookSecret,
  setWebhookStarted,
  setWebhookStopped,
  updateWebhookChoices,
  type Webhook,
  type WebhookChoices,
} from './webhook.queries.ts'
import { forgetWebhook, wakeWebhook } from './webhook-delivery.queries.ts'
import { makeWebhookSecret } from './webhook-secret.ts'

/** What the installation says about webhooks. */
export type WebhookRules = {
  /** For the database. */
  sealSecret(secret: string): Buffer
  /** What is wrong with an address; undefined when it may be sent to. */
  findUrlProblem(url: string): string | undefined
}

/** What isn't there is left as it is, or as it is by default. */
export type WebhookDraft = {
  url?: string | null | undefined
  description?: string | null | undefined
  entities?: readonly TrackedTable[] | null | undefined
  operations?: readonly ChangeOperation[] | null | undefined
}

/**
 * Creates a webhook that is sent what happens from now on. The second value is its secret, which nobody can show
 * again.
 *
 * @throws AppError `BAD_USER_INPUT` with every problem, `LIMIT_EXCEEDED`
 */
export async function createWebhook(
  db: UserDatabase,
  rules: WebhookRules,
  draft: WebhookDraft & { url: string },
): Promise<{ webhook: Webhook; secret: string }> {
  const choices = {
    ...{ url: draft.url, description: '', entities: null, operations: null },
    ...checkDraft(draft, rules),
  }
  await deleteRevokedWebhooks(db)
  requireWithin('webhooks', (await countWebhooks(db)) + 1)
  const id = randomUUIDv7()
  const secret = makeWebhookSecret()
  const afterSeq = await getLastSeq(db)
  await insertWebhook(db, { ...choices, id, secret: rules.sealSecret(secret), afterSeq })
  await wakeWebhook(db, id)
  return { webhook: await getWebhook(db, id), secret }
}

/**
 * Changes what people choose of one, stops it, or starts it again where it had stopped.
 *
 * @throws AppError `NOT_FOUND`, `BAD_USER_INPUT` with every problem
 */
export async function changeWebhook(
  db: UserDatabase,
  rules: WebhookRules,
  {
    id,
    isEnabled,
    ...draft
  }: WebhookDraft & { id: string; isEnabled?: boolean | null | undefined },
): Promise<Webhook> {
  const webhook = await getWebhook(db, id)
  const choices = checkDraft(draft, rules)
  await updateWebhookChoices(db, webhook.id, choices)
  if (isEnabled === false) {
    await setWebhookStopped(db, webhook.id, 'by owner')
    await forgetWebhook(db, webhook.id)
  } else if (isEnabled && webhook.stopReason !== null) {
    await setWebhookStarted(db, webhook.id)
    await wakeWebhook(db, webhook.id)
  } else if (choices.url !== undefined && webhook.stopReason === null) {
    // Who corrects an address needn't wait until it is tried again.
    await wakeWebhook(db, webhook.id)
  }
  return getWebhook(db, webhook.id)
}

/** Deletes one for good and returns it as it was. @throws AppError `NOT_FOUND` */
export async function revokeWebhook(db: UserDatabase, id: string): Promise<Webhook> {
  const webhook = await getWebhook(db, id)
  await setWebhookRevoked(db, webhook.id)
  await forgetWebhook(db, webhook.id)
  return webhook
}

/** Gives one a new secret; the former one signs, too, for a day. @throws AppError `NOT_FOUND` */
export async function rollSecret(
  db: UserDatabase,
  rules: WebhookRules,
  id: string,
): Promise<{ webhook: Webhook; secret: string }> {
  const webhook = await getWebhook(db, id)
  const secret = makeWebhookSecret()
  await setWebhookSecret(db, webhook.id, rules.sealSecret(secret), webhookOverlapHours)
  return { webhook: await getWebhook(db, webhook.id), secret }
}

/** @throws AppError `NOT_FOUND` */
export async function getWebhook(db: UserDatabase, id: string): Promise<Webhook> {
  const [found] = isUuid(id) ? await findWebhooks(db, [id]) : []
  if (!found) throw notFound('webhook')
  return found
}

/** The mail that tells its owner of it; undefined when they got many of them within the hour. */
export function writeWebhookNotice(
  db: UserDatabase,
  webhook: Webhook,
  webUrl: string,
): Promise<Mail | undefined> {
  const { createdAt } = webhook
  return writeOwnerNotice(db, { made: 'webhook', createdAt }, (to, when) =>
    newWebhookMail(to, { ...webhook, when }, `${webUrl}/forgot-password`),
  )
}

function checkDraft(draft: WebhookDraft, rules: WebhookRules): Partial<WebhookChoices> {
  const { url, description, entities, operations } = draft
  const issues: InputIssue[] = []
  const refuse = (field: string, message: string) =>
    issues.push({ path: ['input', field], message })
  const problem = url == null ? undefined : rules.findUrlProblem(url)
  if (problem) refuse('url', problem)
  const text = checkText(description ?? '', textLimits.webhookDescription)
  if (!text.ok) refuse('description', text.message)
  for (const [field, some] of Object.entries({ entities, operations }))
    if (some?.length === 0)
      refuse(field, `${field} is empty, so there would be nothing to send. Null means everything.`)
  if (issues.length > 0) throw badUserInput(issues)
  return {
    ...(url != null && { url: new URL(url).href }),
    ...(description != null && text.ok && { description: text.value }),
    ...(entities !== undefined && { entities: unique(entities) }),
    ...(operations !== undefined && { operations: unique(operations) }),
  }
}

function unique<One>(some: readonly One[] | null): One[] | null {
  return some && [...new Set(some)]
}
