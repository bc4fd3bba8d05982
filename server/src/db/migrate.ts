import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import * as foundation from './migrations/0001-foundation.ts'
import * as taskModel from './migrations/0002-task-model.ts'
import * as changeLog from './migrations/0003-change-log.ts'
import * as accessTokens from './migrations/0004-access-tokens.ts'
import * as preferences from './migrations/0005-preferences.ts'
import * as attemptLimits from './migrations/0006-attempt-limits.ts'
import * as lastWayIn from './migrations/0010-last-way-in.ts'
import * as spending from './migrations/0020-spending.ts'
import * as accountDeletion from './migrations/0021-account-deletion.ts'
import * as lessOfAccounts from './migrations/0025-less-of-accounts.ts'
import * as mailAndDevices from './migrations/0026-mail-and-devices.ts'
import * as tagKeys from './migrations/0027-tag-keys.ts'
import * as searchWords from './migrations/0028-search-words.ts'
import * as tokenNotices from './migrations/0029-token-notices.ts'
import * as cheaperWrites from './migrations/0030-cheaper-writes.ts'
import * as reminders from './migrations/0031-reminders.ts'
import * as mutationReceipts from './migrations/0040-mutation-receipts.ts'
import * as deliveries from './migrations/0049-deliveries.ts'
import * as push from './migrations/0050-push.ts'
import * as summaries from './migrations/0051-summaries.ts'
import * as closingPushes from './migrations/0052-closing-pushes.ts'
import * as mailsThatComeOnce from './migrations/0054-mails-that-come-once.ts'
import * as feeds from './migrations/0055-feeds.ts'
import * as deletedForGood from './migrations/0056-deleted-for-good.ts'
import * as webhooks from './migrations/0057-webhooks.ts'
import * as plannedTasks from './migrations/0058-planned-tasks.ts'
import { prepareServingRole, withServingRole } from './serving-role.ts'

// A static list, not a folder that is read: the order is global and part of the code.
export const migrations: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-task-model': taskModel,
  '0003-change-log': changeLog,
  '0004-access-tokens': accessTokens,
  '0005-preferences': preferences,
  '0006-attempt-limits': attemptLimits,
  '0010-last-way-in': lastWayIn,
  '0020-spending': spending,
  '0021-account-deletion': accountDeletion,
  '0025-less-of-accounts': lessOfAccounts,
  '0026-mail-and-devices': mailAndDevices,
  '0027-tag-keys': tagKeys,
  '0028-search-words': searchWords,
  '0029-token-notices': tokenNotices,
  '0030-cheaper-writes': cheaperWrites,
  '0031-reminders': reminders,
  '0040-mutation-receipts': mutationReceipts,
  '0049-deliveries': deliveries,
  '0050-push': push,
  '0051-summaries': summaries,
  '0052-closing-pushes': closingPushes,
  '0054-mails-that-come-once': mailsThatComeOnce,
  '0055-feeds': feeds,
  '0056-deleted-for-good': deletedForGood,
  '0057-webhooks': webhooks,
  '0058-planned-tasks': plannedTasks,
}

/**
 * Runs all new migrations and returns their names; afterwards the serving role exists. One transaction under an
 * advisory lock: several processes may call it at once, and one that dies leaves nothing half done.
 *
 * @throws Error that names the migration that failed, with the database's error as its cause; or as
 * `prepareServingRole` does
 */
export async function migrate(owner: Kysely<unknown>): Promise<string[]> {
  const role = await prepareServingRole(owner)
  const migrator = new Migrator({
    db: owner,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, one]) => [name, withServingRole(one, role)]),
        ),
    },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) {
    const failed = results.find((result) => result.status === 'Error')
    const what = failed ? `The migration ${failed.migrationName}` : 'The migration'
    throw new Error(`${what} could not be run`, { cause: error })
  }
  return results.map((result) => result.migrationName)
}
