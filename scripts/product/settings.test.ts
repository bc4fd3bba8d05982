import { expect, test } from 'vitest'
import { readBothEnvs } from './settings.ts'

test('the problems of both parts are reported together, each once', () => {
  const env = {
    DATABASE_URL: 'postgres://u:p@h/d',
    BETTER_AUTH_SECRET: 'short',
    API_TOKEN_TTL: 'soon',
    REQUEST_TIMEOUT: 'long',
    SMTP_URL: 'http://mail.example.com',
    TURNSTILE_SITE_KEY: 'site',
  }
  const read = () => readBothEnvs(env)
  for (const name of Object.keys(env).filter((one) => one !== 'DATABASE_URL'))
    expect(read, name).toThrow(name)
  expect(read).toThrow('The configuration has 6 problems:')
})
