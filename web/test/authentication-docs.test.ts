import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { mintApiToken } from '@tend/server/api-token'
import { SignJWT } from 'jose'
import { afterAll, describe, expect, test } from 'vitest'
import {
  type AttemptRule,
  getAttemptRules,
  tokenRules,
} from '../src/auth/attempts/attempt-rules.ts'

// The programs that docs/authentication.md shows for checking a token, run as they are there.

const markdown = readFileSync(new URL('../../docs/authentication.md', import.meta.url), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'tend-docs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const languages = [
  { heading: 'JavaScript', file: 'check.mjs', command: [process.execPath], probe: '--version' },
  { heading: 'Python', file: 'check.py', command: ['python3'], probe: '--version' },
  { heading: 'Java', file: 'Check.java', command: ['java'], probe: '--version' },
  { heading: 'Go', file: 'check.go', command: ['go', 'run'], probe: 'version' },
  { heading: 'Shell', file: 'check.sh', command: ['sh'], probe: '-c' },
] as const

const settings = {
  secrets: { current: 'a secret with "quotes" & ümlauts, 32 characters' },
  issuer: 'https://tend.example.com',
  audience: 'https://api.tend.example.com',
  ttlSeconds: 3_600,
}
const claims = { userId: 'k3jR9dPq', sessionId: 's7Lm2Xwz' }

type Run = { code: number; output: string }

async function check(language: (typeof languages)[number], token: string): Promise<Run> {
  const { heading, file, command } = language
  const path = join(folder, file)
  writeFileSync(path, readProgram(heading))
  const env = {
    ...process.env,
    // In the C locale Java can't read a secret that has more than ASCII.
    LC_ALL: 'C.UTF-8',
    TOKEN: token,
    BETTER_AUTH_SECRET: settings.secrets.current,
    ISSUER: settings.issuer,
    AUDIENCE: settings.audience,
  }
  const [program, ...args] = command
  return promisify(execFile)(program, [...args, path], { env }).then(
    ({ stdout }) => ({ code: 0, output: stdout.trim() }),
    (error: { code: number; stderr: string }) => ({ code: error.code, output: error.stderr }),
  )
}

/** The first block of code under a heading. */
function readProgram(heading: string): string {
  const section = markdown.split(`\n### ${heading}\n`)[1] ?? ''
  const [, program] = /```\w+\n([\s\S]*?)```/.exec(section) ?? []
  if (!program) throw new Error(`A program was expected under "${heading}"`)
  return program
}

function signAsOurs(header: { alg: string; typ: string }, key: Uint8Array): Promise<string> {
  return new SignJWT({ sid: claims.sessionId })
    .setProtectedHeader(header)
    .setSubject(claims.userId)
    .setIssuer(settings.issuer)
    .setAudience(settings.audience)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(key)
}

// A language that isn't on this machine has nothing to run with.
const present = languages.filter(({ command, probe }) => {
  const args = probe === '-c' ? ['-c', 'openssl version | grep -q "^OpenSSL 3"'] : [probe]
  return spawnSync(command[0], args).status === 0
})

test('there is a program for each language, and this machine can run some of them', () => {
  for (const { heading } of languages) expect(readProgram(heading)).toContain('TOKEN')
  expect(present.map(({ heading }) => heading)).toContain('JavaScript')
})

describe.each(present)('the $heading of the document', (language) => {
  const isShell = language.heading === 'Shell'

  test('accepts a valid token', async () => {
    const { code, output } = await check(language, await mintApiToken(claims, settings))
    expect([code, output]).toEqual([0, expect.stringContaining(claims.userId)])
  })

  test('refuses one that another secret signed, and the secret itself as the key', async () => {
    const other = { ...settings, secrets: { current: 'another secret of 32 characters, surely' } }
    expect((await check(language, await mintApiToken(claims, other))).code).not.toBe(0)
    const bare = new TextEncoder().encode(settings.secrets.current)
    const token = await signAsOurs({ alg: 'HS256', typ: 'at+jwt' }, bare)
    expect((await check(language, token)).code).not.toBe(0)
  })

  test('refuses one whose claims were changed', async () => {
    const [head, , signature] = (await mintApiToken(claims, settings)).split('.')
    const body = Buffer.from(JSON.stringify({ sub: 'somebody-else' })).toString('base64url')
    expect((await check(language, `${head}.${body}.${signature}`)).code).not.toBe(0)
  })

  test('says only that a personal access token can’t be verified like this', async () => {
    const { code, output } = await check(language, `tend_pat_${'0'.repeat(49)}`)
    expect(code).not.toBe(0)
    expect(output.trim()).toMatch(/^([\d/: ]+|)This is no token of a session(\nexit status 1)?$/)
  })

  if (isShell) return

  test('refuses one for another API, or one that has expired', async () => {
    const wrong = [
      await mintApiToken(claims, { ...settings, audience: 'https://other.example.com' }),
      await mintApiToken(claims, { ...settings, issuer: 'https://other.example.com' }),
      await mintApiToken(claims, settings, new Date(Date.now() - 3_620_000)),
    ]
    for (const token of wrong) expect((await check(language, token)).code).not.toBe(0)
  })
})

const limitedEndpoints = [
  '/sign-in/email',
  '/sign-up/email',
  '/request-password-reset',
  '/reset-password',
  '/sign-in/social',
  '/change-password',
  'any other',
]

test('the document’s table of limits has the right numbers', () => {
  const documented = Array.from(
    markdown.matchAll(/^\|.*\| (\d+) \| ([\w ]+) \|$/gm),
    ([, atOnce, pause]) => [atOnce, pause].join(' every '),
  )
  const rules = [...limitedEndpoints.map(getAttemptRules), tokenRules]
  const held = rules.flatMap((rule) => Object.values(rule).map(describeRule))
  expect(new Set(documented)).toEqual(new Set(held))
})

function describeRule({ atOnce, refillSeconds }: AttemptRule): string {
  const [count, unit] =
    refillSeconds < 60 ? [refillSeconds, 'second'] : [refillSeconds / 60, 'minute']
  return `${atOnce} every ${count === 1 ? unit : `${count} ${unit}s`}`
}
