import { type Generated, type Kysely, sql } from 'kysely'

type DeviceTables = {
  auth_device: {
    user_id: string
    token_hash: Buffer
    first_session_id: string
    announced_at: string | null
    last_used_at: Generated<string>
  }
}

export type DeviceUse = { userId: string; tokenHash: Buffer; sessionId: string }

const rememberedDays = 400
const mostDevices = 100
/** How long a session of a new device is pointed out. */
const newDays = 14

/**
 * Notes that a person has signed in with a browser. True when it is new to the account and not its first:
 * then the person should be notified.
 */
export async function noteDevice(
  database: Kysely<unknown>,
  { userId, tokenHash, sessionId }: DeviceUse,
): Promise<boolean> {
  const device = await tables(database)
    .insertInto('auth_device')
    .values(({ selectFrom }) => ({
      user_id: userId,
      token_hash: tokenHash,
      first_session_id: sessionId,
      announced_at: selectFrom('auth_device as other')
        .select(sql<string>`now()`.as('at'))
        .where('other.user_id', '=', userId)
        .limit(1),
    }))
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'token_hash']).doUpdateSet({ last_used_at: sql`now()` }),
    )
    .returning(['first_session_id', 'announced_at'])
    .executeTakeFirstOrThrow()
  const isNew = device.first_session_id === sessionId && device.announced_at !== null
  if (isNew) await deleteOldDevices(database, userId)
  return isNew
}

/** The sessions that began on a device which was new to the person within the last two weeks. */
export async function listNewDeviceSessions(
  database: Kysely<unknown>,
  userId: string,
): Promise<string[]> {
  const rows = await tables(database)
    .selectFrom('auth_device')
    .select('first_session_id')
    .where('user_id', '=', userId)
    .where('announced_at', '>', sql<string>`now() - make_interval(days => ${newDays})`)
    .execute()
  return rows.map(({ first_session_id }) => first_session_id)
}

/** A browser that forgets its cookies is a new one each time. */
async function deleteOldDevices(database: Kysely<unknown>, userId: string): Promise<void> {
  await tables(database)
    .deleteFrom('auth_device')
    .where('user_id', '=', userId)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('last_used_at', '<', sql<string>`now() - make_interval(days => ${rememberedDays})`),
        eb(
          'token_hash',
          'in',
          selectFrom('auth_device as old')
            .select('old.token_hash')
            .where('old.user_id', '=', userId)
            .orderBy('old.last_used_at', 'desc')
            .offset(mostDevices),
        ),
      ]),
    )
    .execute()
}

function tables(database: Kysely<unknown>): Kysely<DeviceTables> {
  return database as Kysely<DeviceTables>
}
