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
