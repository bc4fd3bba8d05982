import { type MonthDay, readMonthDay } from './calendar-day.ts'
import { type Read, type Scene, skipAny, wordAt } from './phrase.ts'
import { lookUp, monthWords, toOrdinal } from './words.ts'

/** The same day of one month or of several. */
export type MonthsDay = { readonly months: readonly number[]; readonly day: number }

/** `january`, `jan, apr and jul` */
export function readMonthNames(scene: Scene, index: number): Read<number[]> | undefined {
  const months: number[] = []
  let next = index
  for (let at = index; months.length < 12; at = skipAnd(scene, next)) {
    const month = lookUp(monthWords, wordAt(scene, at))
    if (month === undefined) break
    months.push(month)
    next = at + 1
  }
  return months.length === 0 ? undefined : { value: months, next }
}

/** `jan, apr and jul 7`, `15 jan, 15 apr`, `7th of jan and jul`, `12 march`: one day in all of them. */
export function readMonthsDay(scene: Scene, index: number): Read<MonthsDay> | undefined {
  return readNamesThenDay(scene, index) ?? readDayThenNames(scene, index) ?? readDays(scene, index)
}

function readNamesThenDay(scene: Scene, index: number): Read<MonthsDay> | undefined {
  const names = readMonthNames(scene, index)
  const last = names && names.value.length > 1 ? readMonthDay(scene, names.next - 1) : undefined
  if (!names || !last) return undefined
  return { value: { months: names.value, day: last.value.day }, next: last.next }
}

function readDayThenNames(scene: Scene, index: number): Read<MonthsDay> | undefined {
  const start = wordAt(scene, index) === 'the' ? index + 1 : index
  const day = toOrdinal(wordAt(scene, start))
  if (day === undefined || day < 1 || wordAt(scene, start + 1) !== 'of') return undefined
  const names = readMonthNames(scene, start + 2)
  return names && { value: { months: names.value, day }, next: names.next }
}

function readDays(scene: Scene, index: number): Read<MonthsDay> | undefined {
  const days: MonthDay[] = []
  let next = index
  for (let at = index; days.length < 12; at = skipAnd(scene, next)) {
    const found = readDayOrLast(scene, at) ?? readMonthDay(scene, at)
    if (!found) break
    days.push(found.value)
    next = found.next
  }
  const day = days[0]?.day
  if (day === undefined || days.some((other) => other.day !== day)) return undefined
  return { value: { months: days.map(({ month }) => month), day }, next }
}

/** `31 june (or its last day)` */
function readDayOrLast(scene: Scene, index: number): Read<MonthDay> | undefined {
  const [day, month] = [Number(wordAt(scene, index)), lookUp(monthWords, wordAt(scene, index + 1))]
  const next = skipAny(scene, index + 2, ['( or its last day )'])
  if (month === undefined || !(day >= 1 && day <= 31) || next === index + 2) return undefined
  return { value: { month, day }, next }
}

function skipAnd(scene: Scene, index: number): number {
  return skipAny(scene, index, ['and', '&', ',', ', and'])
}
