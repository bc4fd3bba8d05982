import { maxReminderMinutes } from '../limits.ts'

const units = [
  { name: 'week', minutes: 10_080 },
  { name: 'day', minutes: 1_440 },
  { name: 'hour', minutes: 60 },
  { name: 'minute', minutes: 1 },
] as const

/** How long before the due time a reminder rings, in English: "at the time", "1 day 2 hours before". */
export function describeMinutesBefore(minutesBefore: number): string {
  if (minutesBefore === 0) return 'at the time'
  let rest = minutesBefore
  const parts: string[] = []
  for (const { name, minutes } of units) {
    const count = Math.floor(rest / minutes)
    // "10 days" says more than "1 week 3 days".
    if (count === 0 || (name === 'week' && rest % minutes !== 0)) continue
    parts.push(`${count} ${name}${count === 1 ? '' : 's'}`)
    rest -= count * minutes
  }
  return `${parts.join(' ')} before`
}

const distance =
  /^(\d{1,6}|an?|half an)\s*(m|min|minute|h|hour|d|day|w|week)s?(?:\s+(?:before|earlier))?$/i

/**
 * How many minutes before the due time these words say: "30 minutes before", "2h", "at the time";
 * undefined when they say no such distance, or one that is longer than a reminder may have.
 */
export function readMinutesBefore(text: string): number | undefined {
  const words = text.trim().replaceAll(/\s+/g, ' ')
  if (/^(?:at the time|when due|on time)$/i.test(words)) return 0
  const [, amount = '', written = ''] = distance.exec(words) ?? []
  const unit = units.find(({ name }) => written !== '' && name[0] === written[0]?.toLowerCase())
  if (!unit) return undefined
  const minutes = readAmount(amount) * unit.minutes
  return Number.isInteger(minutes) && minutes <= maxReminderMinutes ? minutes : undefined
}

function readAmount(words: string): number {
  if (/^half/i.test(words)) return 0.5
  return /^an?$/i.test(words) ? 1 : Number(words)
}
