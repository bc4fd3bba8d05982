import type { UserDatabase } from '../../db/user-database.ts'

/** The defaults for what a task's input leaves out. */
export type TaskDefaults = {
  timeZone: string
  inboxId: string
}

export async function getTaskDefaults(db: UserDatabase): Promise<TaskDefaults> {
  const { timeZone, inboxId } = await db
    .selectFrom('auth_user')
    .select(({ selectFrom }) => [
      'auth_user.time_zone as timeZone',
      selectFrom('list').select('list.id').where('list.is_inbox', '=', true).as('inboxId'),
    ])
    .executeTakeFirstOrThrow()
  if (inboxId === null) throw new Error('A person always has an inbox, found none')
  return { timeZone, inboxId }
}
