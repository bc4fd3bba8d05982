import type { Kysely, Transaction } from 'kysely'
import type { UserDatabase } from '../../src/db/user-database.ts'
import type { TenantTables } from '../../src/tables.ts'
import { findTask } from '../../src/tasks/task.queries.ts'

// What must not compile; `npm run check` reads this file and nothing runs it. Each line below the
// comment is an error, and the comment would be one if it weren't.

export function refuses(
  scoped: UserDatabase,
  raw: Kysely<TenantTables>,
  transaction: Transaction<TenantTables>,
): void {
  void findTask(scoped, 'id')
  // @ts-expect-error a raw database is not a person's
  void findTask(raw, 'id')
  // @ts-expect-error neither is a transaction on it
  void findTask(transaction, 'id')
  // @ts-expect-error nor something that looks like one
  void findTask({ selectFrom: raw.selectFrom }, 'id')

  // @ts-expect-error the scope is a plugin, and there is no way around it
  scoped.withoutPlugins()
  // @ts-expect-error or to add others after it
  scoped.withPlugin({} as never)
  // @ts-expect-error a transaction is opened by asUserInTransaction
  scoped.transaction()
  // @ts-expect-error no connection of its own
  scoped.connection()
  // @ts-expect-error nothing runs that was built elsewhere
  scoped.executeQuery({} as never)
  // @ts-expect-error no schema to change
  void scoped.schema
  // @ts-expect-error no other schema
  scoped.withSchema('other')
  // @ts-expect-error no MERGE
  scoped.mergeInto('task')

  // @ts-expect-error a table that is not the person's
  scoped.selectFrom('auth_account')
  // @ts-expect-error a column of a session that opens the door
  scoped.selectFrom('auth_session').select('token')
  // @ts-expect-error the person is filled in, not given
  scoped.insertInto('list').values({ id: 'x', name: 'x', user_id: 'somebody' })
  // @ts-expect-error and a row is not given away
  scoped.updateTable('task').set({ user_id: 'somebody' })
}
