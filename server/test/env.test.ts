import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readServerEnv } from '../src/env.ts'

const secret = 'q7Vt0mB2yXc9Lr4KpZ8sWn1HdJf6GaEuTbQ3oRiYkNs='
let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tend-env-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('with nothing set the API runs on the embedded database with a secret of its own', () => {
  const config = readServerEnv({ DATA_DIR: dataDir })
  expect(config).toEqual({
    apiPort: 4000,
    hosts: ['127.0.0.1', '::1'],
    apiUrl: 'http://localhost:4000',
    webOrigins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
    readableBy: '*',
    pushOrigins: [],
    webhookOrigins: [],
    webUrl: 'http://localhost:3000',
    dataDir,
    secrets: { current: expect.stringMatching(/^[\w-]{43}$/) },
    apiTokenTtlSeconds: 7 * 24 * 60 * 60,
    mail: { kind: 'local' },
    logLevel: 'info',
    requestTimeoutSeconds: 30,
    queryLimits: {
      tokens: 10_000,
      depth: 20,
      fields: 1_000,
      aliases: 50,
      directives: 50,
      rootFields: 20,
      cost: 20_000,
    },
    budget: { capacity: 100_000, drainPerSecond: 2_000, sessionReserve: 25_000 },
    pool: {
      maxConnections: 20,
      connectTimeoutSeconds: 10,
      idleTimeoutSeconds: 30,
      statementTimeoutSeconds: 15,
      lockTimeoutSeconds: 5,
    },
  })
})

test('every setting is read', () => {
  const config = readServerEnv({
    API_PORT: '4100',
    WEB_PORT: '3100',
    HOST: '127.0.0.1',
    API_URL: 'https://api.example.com/',
    WEB_ORIGINS: 'https://tend.example.com, https://www.tend.example.com/',
    API_ORIGINS: 'https://tools.example.com/',
    PUSH_ORIGINS: 'https://push.example.com/',
    WEBHOOK_ORIGINS: 'http://hooks.local:8123/',
    DATABASE_URL: 'postgres://tend@db.example/tend',
    DATABASE_POOL_SIZE: '7',
    DATABASE_CONNECT_TIMEOUT: '3s',
    DATABASE_IDLE_TIMEOUT: '1m',
    DATABASE_STATEMENT_TIMEOUT: '20',
    DATABASE_LOCK_TIMEOUT: '2s',
    DATA_DIR: 'somewhere',
    EMBEDDED_PORT: '5544',
    BETTER_AUTH_SECRET: secret,
    BETTER_AUTH_SECRET_PREVIOUS: secret.toLowerCase(),
    API_TOKEN_TTL: '12h',
    LOG_LEVEL: 'warn',
    METRICS_TOKEN: secret,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318/',
    REQUEST_TIMEOUT: '5s',
    QUERY_MAX_TOKENS: '101',
    QUERY_MAX_DEPTH: '2',
    QUERY_MAX_FIELDS: '3',
    QUERY_MAX_ALIASES: '4',
    QUERY_MAX_DIRECTIVES: '5',
    QUERY_MAX_ROOT_FIELDS: '6',
    QUERY_MAX_COST: '107',
    BUDGET_POINTS: '108',
    BUDGET_POINTS_PER_SECOND: '9',
  })
  expect(isAbsolute(config.dataDir)).toBe(true)
  expect(config).toEqual({
    apiPort: 4100,
    hosts: ['127.0.0.1'],
    apiUrl: 'https://api.example.com',
    webOrigins: ['https://tend.example.com', 'https://www.tend.example.com'],
    pushOrigins: ['https://push.example.com'],
    webhookOrigins: ['http://hooks.local:8123'],
    readableBy: [
      ...['https://tend.example.com', 'https://www.tend.example.com'],
      'https://tools.example.com',
    ],
    webUrl: 'https://tend.example.com',
    databaseUrl: 'postgres://tend@db.example/tend',
    dataDir: expect.stringMatching(/[\\/]somewhere$/),
    embeddedPort: 5544,
    secrets: { current: secret, previous: secret.toLowerCase() },
    apiTokenTtlSeconds: 43_200,
    mail: { kind: 'off' },
    logLevel: 'warn',
    metricsToken: secret,
    tracesEndpoint: 'http://collector.example:4318',
    requestTimeoutSeconds: 5,
    queryLimits: {
      tokens: 101,
      depth: 2,
      fields: 3,
      aliases: 4,
      directives: 5,
      rootFields: 6,
      cost: 107,
    },
    budget: { capacity: 108, drainPerSecond: 9, sessionReserve: 0 },
    pool: {
      maxConnections: 7,
      connectTimeoutSeconds: 3,
      idleTimeoutSeconds: 60,
      statementTimeoutSeconds: 20,
      lockTimeoutSeconds: 2,
    },
  })
})

test('a port moves the addresses that are derived from it', () => {
  const config = readServerEnv({ DATA_DIR: dataDir, API_PORT: '4001', WEB_PORT: '3001' })
  expect(config.apiUrl).toBe('http://localhost:4001')
  expect(config.webOrigins).toEqual(['http://localhost:3001', 'http://127.0.0.1:3001'])
})

test('an empty variable counts as one that is not set', () => {
  const config = readServerEnv({ DATA_DIR: dataDir, API_PORT: '', DATABASE_URL: '', HOST: '' })
  expect(config.apiPort).toBe(4000)
  expect(config).not.toHaveProperty('databaseUrl')
  expect(config).not.toHaveProperty('host')
})

test('a relative data folder starts at the root of the repository, from wherever the process runs', () => {
  const config = readServerEnv({ BETTER_AUTH_SECRET: secret })
  expect(config.dataDir).toBe(join(import.meta.dirname, '../../.data'))
})

test('an operation that costs more than the whole budget must not be allowed', () => {
  const env = { DATA_DIR: dataDir, QUERY_MAX_COST: '500', BUDGET_POINTS: '500' }
  expect(() => readServerEnv(env)).toThrow(
    'QUERY_MAX_COST is 500 and must be less than BUDGET_POINTS, 500.',
  )
})

test('all problems are reported together, each on its own line', () => {
  const read = () =>
    readServerEnv({
      API_PORT: '70000',
      WEB_ORIGINS: '*',
      API_ORIGINS: 'tools.example.com',
      API_URL: 'api.example.com',
      DATABASE_URL: 'mysql://root:hunter2@db.example/tend',
      DATABASE_POOL_SIZE: '1.5',
      API_TOKEN_TTL: '5y',
      LOG_LEVEL: 'loud',
      BETTER_AUTH_SECRET_PREVIOUS: 'tooshort',
    })
  expect(read).toThrow(/^The configuration has 10 problems:\n( {2}[A-Z_]+ [^\n]+\.(\n|$)){10}$/)
  expect(read).toThrow(/API_PORT is "70000" and must be a whole number from 1 to 65535/)
  expect(read).toThrow(/BETTER_AUTH_SECRET is missing/)
  expect(read).not.toThrow(/hunter2|tooshort/)
})

test('a single problem is a single sentence', () => {
  expect(() => readServerEnv({ LOG_LEVEL: 'loud' })).toThrow(/^LOG_LEVEL is "loud" and [^\n]+\.$/)
})

test('a well-known previous secret is refused, since tokens signed with it would be accepted', () => {
  const read = () =>
    readServerEnv({
      BETTER_AUTH_SECRET: secret,
      BETTER_AUTH_SECRET_PREVIOUS: 'better-auth-secret-12345678901234567890',
    })
  expect(read).toThrow(/^BETTER_AUTH_SECRET_PREVIOUS is a well-known example/)
})

test('one port for both the API and the web app is refused', () => {
  expect(() => readServerEnv({ API_PORT: '3000' })).toThrow(/API_PORT and WEB_PORT are both 3000/)
})

test.each([
  ['nothing is said', {}, ['127.0.0.1', '::1']],
  [
    'the origins are names of this machine',
    { WEB_ORIGINS: 'http://localhost:8080,http://[::1]:8080' },
    ['127.0.0.1', '::1'],
  ],
  [
    'HOST says so',
    { HOST: 'localhost', WEB_ORIGINS: 'https://tend.example.com' },
    ['127.0.0.1', '::1'],
  ],
  ['HOST names another address', { HOST: '0.0.0.0' }, ['0.0.0.0']],
  [
    'an origin is reached from elsewhere',
    { WEB_ORIGINS: 'http://localhost:3000,https://tend.example.com' },
    [],
  ],
  ['an origin only looks like this machine', { WEB_ORIGINS: 'http://localhost.example.com' }, []],
])('when %s, it listens there and nowhere else', (_case, env, hosts) => {
  expect(readServerEnv({ DATA_DIR: dataDir, ...env }).hosts).toEqual(hosts)
})
