import { z } from 'zod'
import { parseDurationSeconds } from '../dates/duration.ts'
import { parseHttpUrl, parseWebOrigin } from '../text/web-address.ts'

/** Variables as a process has them; the reading of `process.env` is left to each workspace's `env.ts`. */
export type Environment = Record<string, string | undefined>

/**
 * Checks an environment against its variables. An empty variable counts as one that is not set.
 * Gives every problem as the end of a sentence that begins with the variable's name, and never
 * repeats a secret.
 */
export function checkEnvironment<Schema extends z.ZodObject>(
  schema: Schema,
  environment: Environment,
): { read: z.output<Schema> | undefined; problems: string[] } {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value))
  const { data, error } = schema.safeParse(set)
  const problems = (error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`)
  return { read: data, problems }
}

/** An invalid configuration. Its message has all problems, a line each. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(describeProblems(problems))
    this.problems = problems
  }
}

function describeProblems(problems: readonly string[]): string {
  if (problems.length === 1) return `${problems[0]}.`
  const lines = problems.map((problem) => `  ${problem}.`)
  return `The configuration has ${problems.length} problems:\n${lines.join('\n')}`
}

/** A text that `parse` understands (it gives undefined when it doesn't). */
export function parsed<T>(parse: (text: string) => T | undefined, expected: string) {
  return z.string().transform((text, context) => {
    const value = parse(text)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: `is "${text}" and must be ${expected}` })
    return z.NEVER
  })
}

/** The variables that the API and the web app must read alike. */
export const sharedVariables = {
  API_PORT: port().default(4000),
  WEB_PORT: port().default(3000),
  HOST: z.string().optional(),
  API_URL: parsed(
    parseHttpUrl,
    'an http or https address such as https://api.example.com',
  ).optional(),
  WEB_ORIGINS: parsed(
    parseOrigins,
    'a comma-separated list of origins (scheme, host and port, no path) such as https://tend.example.com',
  ).optional(),
  DATABASE_URL: postgresUrl().optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 1_000).default(20),
  DATABASE_CONNECT_TIMEOUT: duration(1, 300).default(10),
  DATABASE_IDLE_TIMEOUT: duration(1, 86_400).default(30),
  DATA_DIR: z.string().default('.data'),
  EMBEDDED_PORT: port().optional(),
  API_TOKEN_TTL: duration(1, 31_536_000).default(604_800),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'should be a mail server, like smtps://user:password@mail.example.com',
    })
    .optional(),
  MAIL_FROM: z.string().optional(),
}

/** Where both are reached: by default on this machine, under either of its names. */
export function resolveAddresses(read: {
  API_PORT: number
  WEB_PORT: number
  API_URL?: string | undefined
  WEB_ORIGINS?: [string, ...string[]] | undefined
}): { apiUrl: string; webUrl: string; webOrigins: string[] } {
  const webOrigins = read.WEB_ORIGINS ?? [
    `http://localhost:${read.WEB_PORT}`,
    `http://127.0.0.1:${read.WEB_PORT}`,
  ]
  const apiUrl = read.API_URL ?? `http://localhost:${read.API_PORT}`
  return { apiUrl, webUrl: webOrigins[0], webOrigins }
}

/** All of them: the API's, and those of the web app. */
export function listAddresses(read: Parameters<typeof resolveAddresses>[0]): string[] {
  const { apiUrl, webOrigins } = resolveAddresses(read)
  return [apiUrl, ...webOrigins]
}

/** This machine by both of its families of addresses: `localhost` may mean either. */
const loopback = ['127.0.0.1', '::1'] as const

/**
 * The addresses to listen on; none means all of the machine. Without a `HOST` only this machine reaches
 * Tend, unless `WEB_ORIGINS` says that it is reached under another name.
 */
export function resolveHosts(read: {
  HOST?: string | undefined
  WEB_ORIGINS?: readonly string[] | undefined
}): readonly string[] {
  const { HOST, WEB_ORIGINS = [] } = read
  if (HOST && HOST !== 'localhost') return [HOST]
  if (HOST || WEB_ORIGINS.every(isLoopbackOrigin)) return loopback
  return []
}

function isLoopbackOrigin(origin: string): boolean {
  const { hostname } = new URL(origin)
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

export function postgresUrl() {
  return z.string().regex(/^postgres(ql)?:\/\/./, 'must begin with postgres:// or postgresql://')
}

/** In seconds. */
export function duration(min: number, max: number) {
  return parsed(
    (text) => within(parseDurationSeconds(text), min, max),
    `a duration such as 30s, 15m, 12h or 7d, from ${min} to ${max} seconds`,
  )
}

function port() {
  return wholeNumber(1, 65_535)
}

export function wholeNumber(min: number, max: number) {
  return parsed(
    (text) => (/^\d{1,9}$/.test(text) ? within(Number(text), min, max) : undefined),
    `a whole number from ${min} to ${max}`,
  )
}

function within(value: number | undefined, min: number, max: number): number | undefined {
  return value !== undefined && value >= min && value <= max ? value : undefined
}

/** Undefined when one of them is none. */
export function parseOrigins(text: string): [string, ...string[]] | undefined {
  const origins = text.split(',').map((part) => parseWebOrigin(part))
  return origins.every((origin) => origin !== undefined)
    ? ([...new Set(origins)] as [string, ...string[]])
    : undefined
}
