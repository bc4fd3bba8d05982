import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  ConfigurationError,
  type Environment,
} from '../../server/src/domain/settings/environment.ts'
import { readServerEnv, type ServerConfig } from '../../server/src/env.ts'
import { localMailPath } from '../../server/src/mail/local-mail-address.ts'
import { readWebEnv, type WebConfig } from '../../web/src/env.ts'

export const repositoryRoot = resolve(import.meta.dirname, '../..')

export type ProductSettings = {
  apiPort: number
  webPort: number
  /** The addresses to listen on; none means all of this machine. */
  hosts: readonly string[]
  /** Where people open the app, and where programs call the API. */
  webUrl: string
  apiUrl: string
  /** Absolute; undefined when a Postgres server is used. */
  embeddedDataDir: string | undefined
  /** Where its mails can be read when it doesn't send them. */
  localMailUrl: string | undefined
  /** Whether passwords can't be reset nor addresses confirmed, because no mail can be sent. */
  hasNoMail: boolean
  signUp: WebConfig['signUp']
  /** What each part of the product gets as its environment. */
  env: NodeJS.ProcessEnv
}

/**
 * Reads `.env` at the root of the repository, if there is one, into the environment; variables that are
 * set already take precedence.
 */
export function loadEnvFile(): void {
  const path = join(repositoryRoot, '.env')
  if (existsSync(path)) process.loadEnvFile(path)
}

/**
 * The settings of the whole product, checked before anything starts.
 *
 * @throws ConfigurationError with every problem of both parts in words.
 */
export function loadProductSettings(): ProductSettings {
  loadEnvFile()
  const { server: config, web } = readBothEnvs(process.env)
  const { mail, secrets } = web
  return {
    apiPort: config.apiPort,
    webPort: web.webPort,
    hosts: config.hosts,
    webUrl: config.webUrl,
    apiUrl: config.apiUrl,
    embeddedDataDir: config.databaseUrl ? undefined : config.dataDir,
    localMailUrl:
      mail.kind === 'local' ? config.webUrl + localMailPath(secrets.current) : undefined,
    hasNoMail: mail.kind === 'off',
    signUp: web.signUp,
    env: { ...process.env, DATA_DIR: config.dataDir, NEXT_TELEMETRY_DISABLED: '1' },
  }
}

/**
 * The settings of both parts, with each problem reported once although both may have it.
 *
 * @throws ConfigurationError with every problem of both.
 */
export function readBothEnvs(env: Environment): { server: ServerConfig; web: WebConfig } {
  const problems = new Set<string>()
  const server = attempt(() => readServerEnv(env), problems)
  // Relative folders start at the repository's root, wherever this runs.
  const dataDir = server?.dataDir ?? env.DATA_DIR
  const web = attempt(() => readWebEnv({ ...env, DATA_DIR: dataDir }), problems)
  if (server && web) return { server, web }
  throw new ConfigurationError([...problems])
}

function attempt<Config>(read: () => Config, problems: Set<string>): Config | undefined {
  try {
    return read()
  } catch (error) {
    const found = error instanceof ConfigurationError ? error.problems : [toProblem(error as Error)]
    for (const problem of found) problems.add(problem)
  }
}

function toProblem({ message }: Error): string {
  return message.replace(/\.$/, '')
}
