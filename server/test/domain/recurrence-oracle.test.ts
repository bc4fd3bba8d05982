import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { listDifferences, readOracle } from './oracle/compare-with-oracle.ts'

const script = fileURLToPath(new URL('./oracle/compare-with-oracle.ts', import.meta.url))
const processZones = [
  ['Pacific/Apia', -780],
  ['America/New_York', 300],
  ['Asia/Kathmandu', -345],
  ['Australia/Lord_Howe', -660],
  ['America/Sao_Paulo', 180],
  ['Pacific/Honolulu', 600],
] as const

test('the table contains 300 rules in ten zones', () => {
  const oracle = readOracle()
  expect(oracle.rows).toHaveLength(300)
  expect(new Set(oracle.rows.map(([rule]) => rule)).size).toBe(300)
  expect(oracle.zones).toHaveLength(10)
})

test('occurrences and their instants are those of an independent implementation', () => {
  expect(listDifferences()).toEqual([])
})

test.each(processZones)(
  'they stay the same when the process runs in %s',
  {
    timeout: 30_000,
  },
  async (timeZone, minutesBehind) => {
    const env = { ...process.env, TZ: timeZone, NODE_OPTIONS: '' }
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env })
    expect(JSON.parse(stdout)).toEqual({ minutesBehind, differences: [] })
  },
)
