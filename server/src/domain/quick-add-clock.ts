import { endsLoosely, type Read, type Scene, skipWords, wordAt } from './quick-add-phrase.ts'
import { toNumber } from './quick-add-words.ts'

/** A time as it is written. */
export type Clock = {
  readonly hour: number
  readonly minute: number
  /** Whether it says which half of the day it is in: 7pm, 07:30 and 19:30 do, 7 and 7:30 don't. */
  readonly isSure: boolean
}

/** A time that shows what it is by itself: `9am`, `5:30 pm`, `14:00`, `7 o'clock`, `noon`. */
export function readClock(scene: Scene, index: number): Read<Clock> | undefined {
  return (
    readNamedTime(scene, index) ??
    readHalfDayTime(scene, index) ??
    readDigits(scene, index) ??
    readOClock(scene, index) ??
    readSpokenTime(scene, index)
  )
}

/** The hour alone, which needs an "at" before it and nothing after it that it could count. */
export function readBareHour(scene: Scene, index: number): Read<Clock> | undefined {
  const hour = toNumber(wordAt(scene, index))
  if (hour === undefined || hour < 1 || hour > 23 || !endsLoosely(scene, index + 1))
    return undefined
  return { value: { hour, minute: 0, isSure: hour > 12 }, next: index + 1 }
}

function readNamedTime(scene: Scene, index: number): Read<Clock> | undefined {
  const word = wordAt(scene, index)
  const next = index + 1
  if (word === 'noon' || word === 'midday') return { value: sure(12, 0), next }
  // The midnight that a day ends with, as in "by midnight".
  return word === 'midnight' ? { value: sure(23, 59), next } : undefined
}

/** `9am`, `5:30pm`, `5.30pm`, `5 pm`, `5 p.m.` */
function readHalfDayTime(scene: Scene, index: number): Read<Clock> | undefined {
  const joined = /^(\d{1,2})(?:[:.]([0-5]\d))?(am|pm|a\.m|p\.m)?$/.exec(wordAt(scene, index))
  if (!joined) return undefined
  const half = joined[3] ?? /^[ap]\.?m$/.exec(wordAt(scene, index + 1))?.[0]
  const hour = Number(joined[1])
  if (half === undefined || hour < 1 || hour > 12) return undefined
  const behind = joined[3] === undefined ? index + 2 : index + 1
  const next = half.includes('.') && wordAt(scene, behind) === '.' ? behind + 1 : behind
  const inAfternoon = half.startsWith('p')
  return { value: sure((hour % 12) + (inAfternoon ? 12 : 0), Number(joined[2] ?? 0)), next }
}

/** `14:00`, `09:30`, `9:30` */
function readDigits(scene: Scene, index: number): Read<Clock> | undefined {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(wordAt(scene, index))
  const [hours = '', minutes] = match?.slice(1) ?? []
  const hour = Number(hours)
  if (!match || hour > 23) return undefined
  const isSure = hours.length === 2 || hour === 0
  return { value: { hour, minute: Number(minutes), isSure }, next: index + 1 }
}

function readOClock(scene: Scene, index: number): Read<Clock> | undefined {
  const hour = toNumber(wordAt(scene, index))
  if (hour === undefined || hour < 1 || hour > 12) return undefined
  if (!/^o['’]?clock$/.test(wordAt(scene, index + 1))) return undefined
  return { value: { hour, minute: 0, isSure: false }, next: index + 2 }
}

/** `half past nine`, `quarter to five` */
function readSpokenTime(scene: Scene, index: number): Read<Clock> | undefined {
  for (const [phrase, minutes] of spoken) {
    const at = skipWords(scene, index, phrase)
    const hour = at === undefined ? undefined : toNumber(wordAt(scene, at))
    if (at === undefined || hour === undefined || hour < 1 || hour > 12) continue
    const past = minutes < 0 ? ((hour + 10) % 12) + 1 : hour
    return { value: { hour: past, minute: (minutes + 60) % 60, isSure: false }, next: at + 1 }
  }
  return undefined
}

const spoken: readonly (readonly [phrase: string, minutes: number])[] = [
  ...[['half past', 30] as const, ['quarter past', 15] as const, ['quarter to', -15] as const],
]

function sure(hour: number, minute: number): Clock {
  return { hour, minute, isSure: true }
}
