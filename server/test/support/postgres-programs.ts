import { execFile, spawn } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The folder with the newest `initdb` and `postgres`; undefined when this machine has none. */
export function findPostgresPrograms(): string | undefined {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...globSync([
      '/usr/lib/postgresql/*/bin',
      '/usr/pgsql-*/bin',
      '/opt/homebrew/opt/postgresql*/bin',
    ])
      .sort()
      .reverse(),
  ]
  const found = folders.find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  )
  // Links on the path lead to where the others are as well.
  return found && dirname(realpathSync(join(found, 'postgres')))
}

/**
 * Makes an empty cluster in a temporary folder, for everybody who reaches it on loopback, and gives
 * the folder and a function that starts a server on it.
 */
export async function makeCluster(programs: string, port: number) {
  const folder = mkdtempSync(join(tmpdir(), 'tend-postgres-'))
  // PostgreSQL refuses to run as root.
  const identity = process.getuid?.() === 0 ? await findPostgresUser() : undefined
  if (identity) chownSync(folder, identity.uid, identity.gid)
  const data = join(folder, 'data')
  const options = { ...identity, cwd: folder }
  const cluster = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8']
  await run(join(programs, 'initdb'), cluster, options)
  const settings = ['-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1']
  return {
    folder,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    startServer: () =>
      spawn(join(programs, 'postgres'), ['-D', data, ...settings], { ...options, stdio: 'ignore' }),
  }
}

async function findPostgresUser(): Promise<{ uid: number; gid: number }> {
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  return { uid: await id('-u'), gid: await id('-g') }
}
