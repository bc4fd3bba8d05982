import { maxReminderMinutes } from '../limits.ts'
import { readBareTime, readClock } from './clock.ts'
import { findDate } from './dates.ts'
import type { FoundMoment, FoundTime } from './finding.ts'
import { type Read, type Scene, skipAny, skipWords, wordAt } from './phrase.ts'
import { readLength, readSpan, type Span } from './span.ts'
import { findPartOfDay } from './times.ts'
import { toDaytime, type Unit } from './words.ts'
import { isUnclearZone, readZone } from './zone.ts'

type Before = Extract<FoundMoment, { kind: 'before' }>
type At = Extract<FoundMoment, { kind: 'at' }>

/** One or several times; distances can share their "before": `1 day and 1 hour before`. */
export function readMoments(scene: Scene, index: number): Read<readonly FoundMoment[]> | undefined {
  const moments: FoundMoment[] = []
  let waiting = 0
  let read: Read<readonly FoundMoment[]> | undefined
  for (let next = index; ; ) {
    const moment = readMoment(scene, next)
    const found = moment ?? readDistance(scene, next)
    // "1 hour before, friday 9am" says when it is due.
    const isDue = found?.value.kind === 'at' && moments.at(-1)?.kind === 'before'
    if (!found || (isDue && waiting === 0 && wordAt(scene, next - 1) === ',')) break
    // "30 minutes and at 9" doesn't say before what.
    if (waiting > 0 && found.value.kind === 'at') return undefined
    moments.push(found.value)
    waiting = moment ? 0 : waiting + 1
    if (moment) read = { value: [...moments], next: moment.next }
    next = skipAny(scene, found.next, joints)
    if (next === found.next) break
  }
  return waiting > 0 ? undefined : read
}

const joints = [',', 'and', ', and', '&', '+', 'plus', 'and again', ', and again']

function readMoment(scene: Scene, index: number): Read<FoundMoment> | undefined {
  const due = skipAny(scene, index, atDue)
  if (due > index) return { value: { kind: 'before', minutes: 0 }, next: due }
  return readDueDay(scene, index) ?? readBefore(scene, index) ?? readDayAndTime(scene, index)
}

const atDue = [
  'at the time',
  'when due',
  "when it's due",
  'when it is due',
  'at due time',
  'on time',
]

/** `30 minutes before`, `1h 30m before`, `a week earlier`, `2 hours in advance`. */
function readBefore(scene: Scene, index: number): Read<Before> | undefined {
  const distance = readDistance(scene, index)
  const next = distance && skipBefore(scene, distance.next)
  return distance && next !== undefined ? { value: distance.value, next } : undefined
}

function skipBefore(scene: Scene, index: number): number | undefined {
  const next = skipAny(scene, index, befores)
  return next > index ? next : undefined
}

const befores = [
  ...['before', 'beforehand', 'before hand', 'earlier', 'in advance', 'ahead', 'prior'],
  ...['before it', "before it's due", 'before it is due', 'before due', 'before the due time'],
  ...['before the deadline', 'before the time'],
]

const minutesOf: Readonly<Partial<Record<Unit, number>>> = {
  ...{ minutes: 1, hours: 60, days: 1_440, weeks: 10_080 },
}

/** A length that a reminder can have; months have no fixed one. */
function readDistance(scene: Scene, index: number): Read<Before> | undefined {
  const whole = readLength(scene, index)
  const length = whole && namesTwo(scene, index, whole) ? readOne(scene, index) : whole
  let minutes = 0
  for (const { count, unit } of length?.value ?? [])
    minutes += count * (minutesOf[unit] ?? Infinity)
  if (!length || minutes > maxReminderMinutes) return undefined
  return { value: { kind: 'before', minutes }, next: length.next }
}

/** "1 hour and 30 minutes before" is once; "1 day and 1 hour before" is twice. */
function namesTwo(scene: Scene, index: number, { value, next }: Read<readonly Span[]>): boolean {
  const isInDays = /^(?:days|weeks)$/.test(value[0]?.unit ?? '')
  return isInDays && scene.tokens.slice(index, next).some(({ lower }) => /^(?:and|,)$/.test(lower))
}

function readOne(scene: Scene, index: number): Read<readonly Span[]> | undefined {
  const span = readSpan(scene, index)
  return span && { value: [span.value], next: span.next }
}

/** Relative to the due day: `the day before`, `1 day before at 9am`, `the evening before`, `on the day at 8am`. */
function readDueDay(scene: Scene, index: number): Read<FoundMoment> | undefined {
  const days = readDaysBefore(scene, index)
  if (!days) return undefined
  const { daysBefore, PART: named } = days.value
  const time = readTime(scene, days.next)
  const part = time || named ? undefined : findPartOfDay(scene, days.next)
  const said = named ?? (part?.kind === 'PART' ? part : undefined)
  if (!time && !said) {
    return { value: { kind: 'before', minutes: daysBefore * 1_440 }, next: days.next }
  }
  const next = time?.to ?? part?.to ?? days.next
  const value: At = {
    kind: 'at',
    daysBefore,
    ...(time && { TIME: time }),
    ...(said && { PART: said }),
  }
  return { value, next }
}

type DaysBefore = { readonly daysBefore: number } & Pick<At, 'PART'>

function readDaysBefore(scene: Scene, index: number): Read<DaysBefore> | undefined {
  const sameDay = skipAny(scene, index, [
    'on the day',
    'on the same day',
    'the same day',
    'that day',
  ])
  if (sameDay > index) return { value: { daysBefore: 0 }, next: sameDay }
  const the = skipAny(scene, index, ['the', 'on the'])
  if (the > index) {
    const part = toDaytime(wordAt(scene, the))
    const next = skipWords(scene, the + 1, 'before')
    if (next === undefined || (!part && wordAt(scene, the) !== 'day')) return undefined
    if (!part) return { value: { daysBefore: 1 }, next }
    const PART = { kind: 'PART', from: index, to: next, part, leans: false } as const
    return { value: { daysBefore: 1, PART }, next }
  }
  const before = readBefore(scene, index)
  const daysBefore = before ? before.value.minutes / 1_440 : 0
  if (!before || daysBefore === 0 || !Number.isInteger(daysBefore)) return undefined
  return { value: { daysBefore }, next: before.next }
}

/** `tomorrow 8am`, `on friday at 18:00`, `9am tomorrow`, `9am the day before`, `in 2 hours`, `tonight`. */
function readDayAndTime(scene: Scene, index: number): Read<At> | undefined {
  let next = index
  let moment: At = { kind: 'at', daysBefore: null }
  for (;;) {
    const { DATE: date, TIME: time, daysBefore } = moment
    const days = time && !date && daysBefore === null && readDaysBefore(scene, next)
    const found = readPart(scene, next, moment)
    if (days) moment = { ...moment, ...days.value }
    else if (found) moment = { ...moment, [found.kind]: found }
    else break
    next = days ? days.next : (found?.to ?? next)
  }
  return next > index ? { value: moment, next } : undefined
}

function readPart(
  scene: Scene,
  index: number,
  { DATE: date, TIME: time, PART: part, daysBefore }: At,
) {
  const day = date || daysBefore !== null ? undefined : findDate(scene, index)
  if (day?.kind === 'DATE') return day
  const isTimed = time !== undefined || date?.time != null
  const clock = isTimed ? undefined : readTime(scene, index)
  if (clock) return clock
  const found = part || date?.time != null ? undefined : findPartOfDay(scene, index)
  return found?.kind === 'PART' && (!found.leans || date) ? found : undefined
}

function readTime(
  scene: Scene,
  index: number,
): ({ from: number; to: number } & FoundTime) | undefined {
  const start = skipAny(scene, index, ['at', '@', 'around', 'at around'])
  const clock = readClock(scene, start) ?? (start > index ? readBareTime(scene, start) : undefined)
  if (!clock || isUnclearZone(scene, clock.next)) return undefined
  const zone = readZone(scene, clock.next)
  return {
    ...{ kind: 'TIME', from: index, to: zone?.next ?? clock.next, clock: clock.value },
    ...{ timeZone: zone?.value ?? null, strength: 1 },
  }
}
