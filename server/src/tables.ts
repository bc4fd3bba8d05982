import type { UserTable } from './account/user.table.ts'
import type { ChangeCounterTable, ChangeTable } from './changes/change.table.ts'
import type { DeliveryTable } from './deliveries/delivery.table.ts'
import type { FeedTable } from './feeds/feed.table.ts'
import type { IdempotencyKeyTable } from './idempotency/idempotency-key.table.ts'
import type { MutationReceiptTable } from './idempotency/mutation-receipt.table.ts'
import type { ListTable } from './lists/list.table.ts'
import type { PushSubscriptionTable } from './push/push-subscription.table.ts'
import type { SessionTable } from './sessions/session.table.ts'
import type { TagTable, TaskTagTable } from './tags/tag.table.ts'
import type { TaskTable, TaskWordTable } from './tasks/task.table.ts'
import type { AccessTokenTable } from './tokens/access-token.table.ts'
import type { SavedViewTable } from './views/saved-view.table.ts'
import type { WebhookTable } from './webhooks/webhook.table.ts'
import type { WebhookAttemptTable } from './webhooks/webhook-attempt.table.ts'

/** The tables that a person's requests can reach, by name. */
export type TenantTables = {
  access_token: AccessTokenTable
  auth_session: SessionTable
  auth_user: UserTable
  change: ChangeTable
  change_counter: ChangeCounterTable
  delivery: DeliveryTable
  feed: FeedTable
  idempotency_key: IdempotencyKeyTable
  list: ListTable
  mutation_receipt: MutationReceiptTable
  push_subscription: PushSubscriptionTable
  saved_view: SavedViewTable
  tag: TagTable
  task: TaskTable
  task_tag: TaskTagTable
  task_word: TaskWordTable
  webhook: WebhookTable
  webhook_attempt: WebhookAttemptTable
}

/** The column of each that names the person whose row it is. */
export const tenantColumns: { readonly [Table in keyof TenantTables]: string } = {
  access_token: 'user_id',
  auth_session: 'user_id',
  auth_user: 'id',
  change: 'user_id',
  change_counter: 'user_id',
  delivery: 'user_id',
  feed: 'user_id',
  idempotency_key: 'user_id',
  list: 'user_id',
  mutation_receipt: 'user_id',
  push_subscription: 'user_id',
  saved_view: 'user_id',
  tag: 'user_id',
  task: 'user_id',
  task_tag: 'user_id',
  task_word: 'user_id',
  webhook: 'user_id',
  webhook_attempt: 'user_id',
}
