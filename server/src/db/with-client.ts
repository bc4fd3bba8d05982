import type { PoolClient } from 'pg'
import type { PostgresPool } from './pool.ts'

/** Lends a connection of the pool to the work. One that broke meanwhile isn't used again. */
export async function withClient<T>(
  pool: PostgresPool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  try {
    return await work(client)
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}
