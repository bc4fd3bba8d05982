import { checkTimeZone } from '../dates/time-zone.ts'
import type { Read, Scene } from './phrase.ts'
import { lookUp } from './words.ts'

/**
 * Abbreviations that mean one zone to nearly everybody who writes them in English. Those with
 * several meanings (IST is India's, Israel's and Ireland's) are left out.
 */
const abbreviations: Readonly<Record<string, string>> = {
  ...{ UTC: 'UTC', GMT: 'UTC' },
  ...{ WET: 'Europe/Lisbon', WEST: 'Europe/Lisbon', BST: 'Europe/London' },
  ...{ CET: 'Europe/Berlin', CEST: 'Europe/Berlin' },
  ...{ EET: 'Europe/Helsinki', EEST: 'Europe/Helsinki', MSK: 'Europe/Moscow' },
  ...{ ET: 'America/New_York', EST: 'America/New_York', EDT: 'America/New_York' },
  ...{ CT: 'America/Chicago', CDT: 'America/Chicago' },
  ...{ MT: 'America/Denver', MDT: 'America/Denver' },
  ...{ PT: 'America/Los_Angeles', PST: 'America/Los_Angeles', PDT: 'America/Los_Angeles' },
  ...{ JST: 'Asia/Tokyo', SGT: 'Asia/Singapore', HKT: 'Asia/Hong_Kong' },
  ...{ AEST: 'Australia/Sydney', AEDT: 'Australia/Sydney' },
  ...{ NZST: 'Pacific/Auckland', NZDT: 'Pacific/Auckland' },
}

const unclear = new Set(['IST', 'CST', 'AST', 'SST', 'PKT', 'ADT', 'ACST', 'AWST', 'BRT', 'WIB'])

/** Whether there is a zone abbreviation that has several meanings, or that we don't resolve. */
export function isUnclearZone({ tokens }: Scene, index: number): boolean {
  return unclear.has(tokens[index]?.text ?? '')
}

/** A zone directly after a time: an abbreviation in capitals, or a name such as Europe/Berlin. */
export function readZone({ tokens }: Scene, index: number): Read<string> | undefined {
  const text = tokens[index]?.text ?? ''
  const known = lookUp(abbreviations, text)
  if (known !== undefined) return { value: known, next: index + 1 }
  if (!text.includes('/') || text.length > 40) return undefined
  const zone = checkTimeZone(text)
  return zone.ok ? { value: zone.value, next: index + 1 } : undefined
}
