import { type Kysely, sql } from 'kysely'

export type PushKeyPair = { publicKey: Buffer; privateKey: Buffer }

/** The installation's key pair: the one that is stored, or else `fresh`, whichever process is the first. */
export async function keepPushKey(
  owner: Kysely<unknown>,
  fresh: PushKeyPair,
): Promise<PushKeyPair> {
  await sql`
    insert into push_key (public_key, private_key) values (${fresh.publicKey}, ${fresh.privateKey})
    on conflict do nothing`.execute(owner)
  const { rows } = await sql<PushKeyPair>`
    select public_key as "publicKey", private_key as "privateKey" from push_key`.execute(owner)
  const [kept] = rows
  if (!kept) throw new Error('The row of push_key was expected right after it was written.')
  return kept
}
