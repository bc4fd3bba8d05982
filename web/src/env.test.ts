import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWebEnv } from './env.ts'

const secret = 'a-Secret-of-good-length-9182-kdkw-xyz'
const good = { BETTER_AUTH_SECRET: secret }

test('without any setting the app runs on this machine, on the embedded database', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tend-'))
  const config = readWebEnv({ DATA_DIR: dataDir })
  expect(config).toMatchObject({
    apiUrl: 'http://localhost:4000',
    apiInternalUrl: 'http://localhost:4000',
    hosts: ['127.0.0.1', '::1'],
    signUp: 'open',
    webUrl: 'http://localhost:3000',
    webOrigins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
    dataDir,
    apiTokenTtlSeconds: 604_800,
    providers: {},
  })
  expect(config.databaseUrl).toBeUndefined()
})

test('addresses follow the ports', () => {
  const config = readWebEnv({ ...good, API_PORT: '4100', WEB_PORT: '3100' })
  expect([config.apiUrl, config.webUrl]).toEqual(['http://localhost:4100', 'http://localhost:3100'])
})

test('the first of several origins is the app’s own', () => {
  const config = readWebEnv({
    ...good,
    WEB_ORIGINS: 'https://tend.example, https://www.tend.example/',
  })
  expect(config.webUrl).toBe('https://tend.example')
  expect(config.webOrigins).toEqual(['https://tend.example', 'https://www.tend.example'])
})

test('an empty setting counts as none', () => {
  expect(readWebEnv({ ...good, API_URL: '', DATABASE_URL: '' }).apiUrl).toBe(
    'http://localhost:4000',
  )
})

test('a provider is there when both of its values are', () => {
  const config = readWebEnv({ ...good, GITHUB_CLIENT_ID: 'id', GITHUB_CLIENT_SECRET: 'key' })
  expect(config.providers).toEqual({ github: { clientId: 'id', clientSecret: 'key' } })
})

test('a captcha is there when both of its keys are', () => {
  const keys = { TURNSTILE_SITE_KEY: 'site', TURNSTILE_SECRET_KEY: 'secret' }
  expect(readWebEnv({ ...good, ...keys }).captcha).toEqual({
    url: 'https://challenges.cloudflare.com/turnstile/v0',
    siteKey: 'site',
    secretKey: 'secret',
  })
  expect(readWebEnv(good)).not.toHaveProperty('captcha')
  expect(() => readWebEnv({ ...good, TURNSTILE_SITE_KEY: 'site' })).toThrow('TURNSTILE_SECRET_KEY')
})

test.each([
  ['shown locally on the embedded default', {}, { kind: 'local' }],
  ['off beside a database', { DATABASE_URL: 'postgres://u:p@h/d' }, { kind: 'off' }],
  [
    'sent through a server when there is one',
    { SMTP_URL: 'smtps://u:p@mail.example.com', MAIL_FROM: 'Tend <tend@example.com>' },
    { kind: 'smtp', url: 'smtps://u:p@mail.example.com', from: 'Tend <tend@example.com>' },
  ],
])('mail is %s', (_case, env, mail) => {
  expect(readWebEnv({ ...good, ...env }).mail).toEqual(mail)
})

test.each([
  [{ SMTP_URL: 'smtp://mail.example.com' }, 'MAIL_FROM'],
  [{ SMTP_URL: 'https://hunter2@mail.example.com', MAIL_FROM: 'a@b.c' }, 'SMTP_URL'],
  [{ PASSWORD_BREACH_CHECK_URL: 'ftp://hunter2.example' }, 'PASSWORD_BREACH_CHECK_URL'],
])('%j is refused by name, without its value', (env, name) => {
  const read = () => readWebEnv({ ...good, ...env })
  expect(read).toThrow(name)
  expect(read).not.toThrow('hunter2')
})

test('every problem is reported at once, each with the name of its setting', () => {
  const read = () =>
    readWebEnv({
      API_PORT: 'http',
      WEB_ORIGINS: 'tend.example',
      DATABASE_URL: 'mysql://host/db',
      API_TOKEN_TTL: 'forever',
      GOOGLE_CLIENT_ID: 'id',
    })
  for (const name of [
    'API_PORT',
    'WEB_ORIGINS',
    'DATABASE_URL',
    'API_TOKEN_TTL',
    'GOOGLE_CLIENT_SECRET',
    'BETTER_AUTH_SECRET',
  ]) {
    expect(read).toThrow(name)
  }
})

test('a secret is never part of a message', () => {
  const read = () => readWebEnv({ BETTER_AUTH_SECRET: 'hunter2', DATABASE_URL: 'x://u:pw@h/d' })
  expect(read).toThrow('BETTER_AUTH_SECRET')
  expect(read).not.toThrow(/hunter2|pw/)
})

test.each(['open', 'invite', 'closed'])('signing up may be %s', (mode) => {
  expect(readWebEnv({ ...good, SIGN_UP: mode }).signUp).toBe(mode)
})

test('another word for who may sign up is refused, with those that are known', () => {
  expect(() => readWebEnv({ ...good, SIGN_UP: 'no' })).toThrow('one of open, invite, closed')
})
