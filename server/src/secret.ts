import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

const minimumLength = 32
const minimumDistinctCharacters = 8
const generatedBytes = 32
const generatedLength = Math.ceil((generatedBytes * 4) / 3)
const waitForOtherWriterMs = 2_000
const cure = 'make one with `openssl rand -base64 32`'

/** What is wrong when there is no secret at all, as the end of a sentence. */
export const missingSecretProblem = `is missing, and DATABASE_URL needs one: ${cure}`

/** The value in `.env.example`, which must be replaced in a copy of the file. */
export const placeholderSecret = 'replace-me-with-openssl-rand-base64-32'

/** Values printed in documentation and tutorials. Compared in lower case; all others of their kind fall by length. */
const wellKnownSecrets = new Set([
  placeholderSecret,
  // Better Auth's own fallback, see DEFAULT_SECRET in better-auth/dist/utils/constants.
  'better-auth-secret-12345678901234567890',
  'better-auth-secret-123456789012345678901234567890',
  'secret',
  'your-secret-key-here-change-in-production',
  'your-super-secret-key-change-this-in-production',
  'super-secret-key-that-is-at-least-32-characters-long',
  'super-secret-jwt-token-with-at-least-32-characters-long',
  'this-is-a-secret-value-with-at-least-32-characters',
  'complex_password_at_least_32_characters_long',
  'abcdefghijklmnopqrstuvwxyz123456',
  'abcdefghijklmnopqrstuvwxyz0123456789',
  '0123456789abcdefghijklmnopqrstuvwxyz',
])

/**
 * What is wrong with a secret somebody configured, as the end of a sentence ("has 6 characters …"),
 * or undefined when it will do. Says nothing about the value itself, so it is safe to log.
 */
export function findSecretProblem(secret: string): string | undefined {
  if (wellKnownSecrets.has(secret.toLowerCase())) return `is a well-known example: ${cure}`
  if (secret.length < minimumLength) {
    return `has ${secret.length} characters and needs at least ${minimumLength}: ${cure}`
  }
  if (new Set(secret).size < minimumDistinctCharacters || /^(.{1,16}?)\1+$/s.test(secret)) {
    return `repeats itself and could be guessed: ${cure}`
  }
  return undefined
}

export type SecretSettings = {
  /** The Postgres server's URL; undefined when the embedded database is used. */
  databaseUrl: string | undefined
  /** Absolute path of the folder that holds the embedded database and the generated secret. */
  dataDir: string
  /** What BETTER_AUTH_SECRET holds; undefined or '' when it is not set. */
  secret: string | undefined
}

/**
 * The one secret that both workspaces share. A configured secret is checked and given back. Without
 * one, the embedded default reads `DATA_DIR/secret`, or makes it (32 random bytes, base64url, mode
 * 0600); processes that start at the same time all get the same one.
 *
 * @throws Error with one sentence that says what to do, when a configured secret is too weak, when
 * there is a database URL but no secret, or when the file can't be read or made.
 */
export function resolveSecret({ databaseUrl, dataDir, secret }: SecretSettings): string {
  if (secret) {
    const problem = findSecretProblem(secret)
    if (problem) throw new Error(`BETTER_AUTH_SECRET ${problem}.`)
    return secret
  }
  if (databaseUrl) throw new Error(`BETTER_AUTH_SECRET ${missingSecretProblem}.`)
  return createSecretFile(dataDir) ?? readSecretFile(join(dataDir, 'secret'))
}

/** Gives undefined when the file is there already: then its content counts. */
function createSecretFile(dataDir: string): string | undefined {
  const path = join(dataDir, 'secret')
  try {
    if (mkdirSync(dataDir, { recursive: true, mode: 0o700 })) chmodSync(dataDir, 0o700)
    const file = openSync(path, 'wx', 0o600)
    const secret = randomBytes(generatedBytes).toString('base64url')
    try {
      writeSync(file, secret)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    return secret
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return undefined
    throw new Error(
      `The secret can't be kept in ${path}: make DATA_DIR a folder this process may write to, or set BETTER_AUTH_SECRET.`,
      { cause: error },
    )
  }
}

function readSecretFile(path: string): string {
  const deadline = Date.now() + waitForOtherWriterMs
  for (;;) {
    const secret = readText(path)
    if (secret.length >= generatedLength && !findSecretProblem(secret)) return secret
    if (Date.now() > deadline) {
      throw new Error(
        `The secret in ${path} is damaged: put the right one back, or delete the file to get a new one (everybody signs in again).`,
      )
    }
    // Another process has created the file and is about to write into it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new Error(
      `The secret in ${path} can't be read: make the file readable for this process, or set BETTER_AUTH_SECRET.`,
      { cause: error },
    )
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
