/**
 * Days and times by brute force, with nothing of the code under test: every day is asked by itself
 * whether a rule gives it, and zones are those of `Intl`.
 */
const dayMs = 86_400_000
const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** The first days of a rule of RFC 5545 from its start on, at most `limit`, none after `last`. */
export function bruteDays(text: string, start: string, limit: number, last: string): string[] {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]))
  const count = Number(parts.get('COUNT') ?? limit)
  const until = parts.get('UNTIL')?.replace(/(....)(..)(..)/, '$1-$2-$3') ?? last
  const days: string[] = []
  for (let day = start; day <= last && day <= until; day = bruteAdd(day, 1)) {
    if (days.length === Math.min(count, limit)) break
    if (givesDay(parts, start, day)) days.push(day)
  }
  return days
}

export function bruteAdd(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
}

function givesDay(parts: Map<string, string>, start: string, day: string): boolean {
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const weekday = (one: string) => weekdayNames[new Date(one).getUTCDay()] ?? ''
  const monday = (one: string) => Date.parse(one) / dayMs - ((new Date(one).getUTCDay() + 6) % 7)
  const month = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7))
  if (parts.get('FREQ') === 'DAILY')
    return ((Date.parse(day) - Date.parse(start)) / dayMs) % interval === 0
  if (parts.get('FREQ') === 'WEEKLY') {
    const names = parts.get('BYDAY')?.split(',') ?? [weekday(start)]
    const weeks = (monday(day) - monday(start)) / 7
    return weeks % interval === 0 && names.includes(weekday(day))
  }
  if ((month(day) - month(start)) % interval !== 0) return false
  const date = Number(day.slice(8))
  const nth = /^(\d)(..)$/.exec(parts.get('BYDAY') ?? '')
  if (nth) return weekday(day) === nth[2] && Math.ceil(date / 7) === Number(nth[1])
  const wanted = Number(parts.get('BYMONTHDAY') ?? start.slice(8))
  const isLast = bruteAdd(day, 1).slice(8) === '01'
  return date === wanted || (isLast && date < wanted)
}

/** `YYYY-MM-DD HH:MM` on the clock of a zone. */
export function bruteWall(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return parts.format(at)
}

/** The first instant that shows this time; where the clocks skip it, what it would have been. */
export function bruteInstant(day: string, time: string, timeZone: string): number {
  const plain = Date.parse(`${day}T${time}Z`)
  const ahead = (at: number) => Date.parse(`${bruteWall(at, timeZone).replace(' ', 'T')}Z`) - at
  const offsets = [ahead(plain - dayMs), ahead(plain + dayMs)]
  const shown = offsets
    .map((offset) => plain - offset)
    .filter((at) => bruteWall(at, timeZone) === `${day} ${time}`)
  return shown.length > 0 ? Math.min(...shown) : plain - (offsets[0] ?? 0)
}
