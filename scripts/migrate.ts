import { connectDatabase } from '../server/src/db/connect.ts'
import { startEmbeddedDatabase } from '../server/src/db/embedded/engine.ts'
import { migrate } from '../server/src/db/migrate.ts'
import { readServerEnv } from '../server/src/env.ts'
import { loadEnvFile } from './product/settings.ts'

// Migrates the database without starting anything else, for deployments that migrate first. The API does the
// same when it starts.

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? describe(error) : error)
  process.exitCode = 1
}

async function run(): Promise<void> {
  loadEnvFile()
  const { databaseUrl, dataDir, embeddedPort, secrets, pool } = readServerEnv(process.env)
  const embedded = { dataDir, secret: secrets.current, port: embeddedPort }
  await using _engine = databaseUrl ? undefined : await startEmbeddedDatabase(embedded)
  await using database = connectDatabase({ databaseUrl, embedded, pool })
  const names = await migrate(database.owner)
  console.log(names.length > 0 ? `Migrated: ${names.join(', ')}.` : 'The database is up to date.')
}

function describe(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause.message : undefined
  return cause ? `${error.message}: ${cause}` : error.message
}
