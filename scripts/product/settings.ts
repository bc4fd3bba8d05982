import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readServerEnv } from '../../server/src/env.ts'
import { readWebEnv } from '../../web/src/env.ts'

export const repositoryRoot = resolve(import.meta.dirname, '../..')

export type ProductSettings = {
  apiPort: number
  webPort: number
  /** The address to listen on; all addresses when it is undefined. */
  host: string | undefined
  /** Where people open the app, and where programs call the API. */
  webUrl: string
  apiUrl: string
  /** Absolute; undefined when a Postgres server is used. */
  embeddedDataDir: string | undefined
  /** What each part of the product gets as its environment. */
  env: NodeJS.ProcessEnv
}

/**
 * Reads `.env` at the root of the repository, when there is one, into the environment; what is set
 * there already wins.
 */
export function loadEnvFile(): void {
  const path = join(repositoryRoot, '.env')
  if (existsSync(path)) process.loadEnvFile(path)
}

/**
 * The settings of the whole product, checked before anything starts.
 *
 * @throws Error with every problem in words.
 */
export function loadProductSettings(): ProductSettings {
  loadEnvFile()
  const config = readServerEnv(process.env)
  const env = { ...process.env, DATA_DIR: config.dataDir, NEXT_TELEMETRY_DISABLED: '1' }
  readWebEnv(env)
  return {
    apiPort: config.apiPort,
    webPort: Number(process.env.WEB_PORT || 3000),
    host: config.host,
    webUrl: config.webUrl,
    apiUrl: config.apiUrl,
    embeddedDataDir: config.databaseUrl ? undefined : config.dataDir,
    env,
  }
}
