import { readFileSync } from 'node:fs'
import { dueInstant } from '../../../src/domain/dates/due-date.ts'
import { parseRecurrenceRule } from '../../../src/domain/recurrence/parse.ts'
import { listOccurrences } from '../../../src/domain/recurrence/recurrence.ts'

type OracleRow = [rule: string, start: string, time: string, days: string[], offsets: number[][]]

const limit = 10

/** The table that make-recurrence-oracle.py made. */
export function readOracle(): { zones: string[]; rows: OracleRow[] } {
  const file = new URL('./recurrence-oracle.jsonl', import.meta.url)
  const [head = '', ...rows] = readFileSync(file, 'utf8').trim().split('\n')
  return { zones: JSON.parse(head).zones, rows: rows.map((row) => JSON.parse(row)) }
}

/** Every way in which our rules differ from the table, one line each. */
export function listDifferences(): string[] {
  const { zones, rows } = readOracle()
  const differences: string[] = []
  for (const [text, start, time, days, offsets] of rows) {
    const parsed = parseRecurrenceRule(text)
    if (!parsed.ok) {
      differences.push(`${text}: refused, ${parsed.issues.join(' ')}`)
      continue
    }
    const series = { rule: parsed.rule, basis: 'SCHEDULE', start } as const
    const found = listOccurrences(series, { from: start, limit })
    if (found.join() !== days.join()) {
      differences.push(`${text} from ${start}: expected ${days.join()}, found ${found.join()}`)
    }
    for (const [index, timeZone] of zones.entries()) {
      const expected = offsets[index] ?? []
      const ahead = days.slice(0, expected.length).map((day) => minutesAhead(day, time, timeZone))
      if (ahead.join() !== expected.join()) {
        differences.push(`${text} at ${time} ${timeZone}: expected ${expected}, found ${ahead}`)
      }
    }
  }
  return differences
}

function minutesAhead(day: string, time: string, timeZone: string): number {
  const wallClock = Temporal.Instant.from(`${day}T${time}Z`)
  return wallClock.since(dueInstant(day, time, timeZone)).total('minutes')
}

if (import.meta.main) {
  // Says where the process takes itself to be, so that a zone not taken up can't pass for one.
  const minutesBehind = new Date('2026-11-23T00:00:00Z').getTimezoneOffset()
  process.stdout.write(JSON.stringify({ minutesBehind, differences: listDifferences() }))
}
