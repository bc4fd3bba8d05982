import { maxReminderMinutes } from '../limits.ts'

const minutesOf = { m: 1, h: 60, d: 1_440, w: 10_080 } as const

const distance =
  /^(\d{1,6}|an?|half an)\s*(m|min|minute|h|hour|d|day|w|week)s?(?:\s+(?:before|earlier))?$/i

/**
 * How many minutes before the due time these words say: "30 minutes before", "2h", "at the time";
 * undefined when they say no such distance, or one that is longer than a reminder may have.
 */
export function readMinutesBefore(text: string): number | undefined {
  const words = text.trim().replaceAll(/\s+/g, ' ')
  if (/^(?:at the time|when due|on time)$/i.test(words)) return 0
  const [, amount = '', unit = ''] = distance.exec(words) ?? []
  const size = minutesOf[unit.charAt(0).toLowerCase() as keyof typeof minutesOf]
  if (size === undefined) return undefined
  const minutes = readAmount(amount) * size
  return Number.isInteger(minutes) && minutes <= maxReminderMinutes ? minutes : undefined
}

function readAmount(words: string): number {
  if (/^half/i.test(words)) return 0.5
  return /^an?$/i.test(words) ? 1 : Number(words)
}
