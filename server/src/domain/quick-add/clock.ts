import { endsLoosely, type Read, type Scene, skipAny, wordAt } from './phrase.ts'
import {
  lookUp,
  monthWords,
  toDaytime,
  toNumber,
  toOrdinal,
  unitWords,
  weekdayWords,
} from './words.ts'

/** A time as it was written. */
export type Clock = {
  readonly hour: number
  readonly minute: number
  /** Whether it says which half of the day it is in: 7pm, 07:30 and 19:30 do, 7 and 7:30 don't. */
  readonly isSure: boolean
}

/** A time that is recognised by itself: `9am`, `5:30 pm`, `14:00`, `0630`, `7 o'clock`, `noon`. */
export function readClock(scene: Scene, index: number): Read<Clock> | undefined {
  return (
    readNamedTime(scene, index) ??
    readHalfDayTime(scene, index) ??
    readDigits(scene, index) ??
    readOClock(scene, index) ??
    readSpokenTime(scene, index) ??
    readHalf(scene, index)
  )
}

/** What is a time only after "at": an hour alone that counts nothing after it, `1430`, `3.15`. */
export function readBareTime(scene: Scene, index: number): Read<Clock> | undefined {
  const word = wordAt(scene, index)
  const digits = /^(\d\d)([0-5]\d)$|^(\d{1,2})[.:]([0-5]\d)$/.exec(word)
  const spelt = readSpeltTime(scene, index)
  if (spelt) return spelt
  const hour = digits ? Number(digits[1] ?? digits[3]) : toNumber(word)
  if (hour === undefined || hour > 23 || (!digits && hour < 1)) return undefined
  if (!endsLoosely(scene, index + 1) && !followsDay(scene, index)) return undefined
  const isSure = hour > 12 || digits?.[1] !== undefined
  return {
    value: { hour, minute: Number(digits?.[2] ?? digits?.[4] ?? 0), isSure },
    next: index + 1,
  }
}

/** `three thirty` */
function readSpeltTime(scene: Scene, index: number): Read<Clock> | undefined {
  const [first, second] = [wordAt(scene, index), wordAt(scene, index + 1)]
  const [hour, minute] = [toNumber(first), toNumber(second)]
  if (/\d/.test(first + second) || hour === undefined || minute === undefined) return undefined
  if (hour < 1 || hour > 12 || minute < 10 || minute > 59) return undefined
  if (lookUp(unitWords, wordAt(scene, index + 2)) !== undefined) return undefined
  return { value: { hour, minute, isSure: false }, next: index + 2 }
}

/** Whether a word is a day, or ends one, so that a time may follow it directly. */
export function isDayWord(word: string): boolean {
  return (
    /^\d{1,2}\/\d{1,2}(?:\/\d{2,4})?$|^\d{4}-\d\d-\d\d$/.test(word) ||
    /^(?:today|tomorrow|tonight)$/.test(word) ||
    lookUp(weekdayWords, word) !== undefined ||
    lookUp(monthWords, word) !== undefined ||
    (/^\d/.test(word) && toOrdinal(word) !== undefined)
  )
}

/** "Friday at 7", "wed 9.15": the number doesn't count what follows, unless that is a unit. */
function followsDay(scene: Scene, index: number): boolean {
  const at = /^\d{1,2}\.\d\d$/.test(wordAt(scene, index)) ? [index - 1, index - 2] : [index - 2]
  const isDay = at.some((day) => endsDay(scene, day))
  const behind = scene.tokens[index + 1]
  return (
    isDay &&
    lookUp(unitWords, behind?.lower ?? '') === undefined &&
    !/^\p{Lu}/u.test(behind?.text ?? '')
  )
}

/** Whether a day ends here: `friday`, `dec`, `5th`, the 13 of `jul 13`, `morning`. */
export function endsDay(scene: Scene, index: number): boolean {
  const word = wordAt(scene, index)
  if (isDayWord(word) || toDaytime(word) !== undefined) return true
  return /^\d{1,2}$/.test(word) && lookUp(monthWords, wordAt(scene, index - 1)) !== undefined
}

/** `noon`, `12 noon`, `midnight` */
function readNamedTime(scene: Scene, index: number): Read<Clock> | undefined {
  const at = wordAt(scene, index) === '12' ? index + 1 : index
  const word = wordAt(scene, at)
  const next = at + 1
  if (word === 'noon' || (word === 'midday' && at === index)) return { value: sure(12, 0), next }
  // "By midnight" means the midnight at the end of the day.
  return word === 'midnight' ? { value: sure(23, 59), next } : undefined
}

/** `9am`, `5:30pm`, `5.30pm`, `5 pm`, `5 p.m.`, `eight pm`, `6:10a` */
function readHalfDayTime(scene: Scene, index: number): Read<Clock> | undefined {
  const word = wordAt(scene, index)
  const joined = /^(\d{1,2})(?:[:.]([0-5]\d))?([ap]m?)?$/.exec(word)
  if (/[ap]$/.test(word) && joined && !isShortHalf(scene, index)) return undefined
  const hour = joined ? Number(joined[1]) : toNumber(word)
  const half = joined?.[3] ?? /^[ap]m$/.exec(wordAt(scene, index + 1))?.[0]
  if (half === undefined || hour === undefined || hour < 1 || hour > 12) return undefined
  const next = joined?.[3] === undefined ? index + 2 : index + 1
  return {
    value: sure((hour % 12) + (half.startsWith('p') ? 12 : 0), Number(joined?.[2] ?? 0)),
    next,
  }
}

/** 6:10a is a time anyway; 9a may be a room, and so is a time only beside a day. */
function isShortHalf(scene: Scene, index: number): boolean {
  const text = scene.tokens[index]?.text ?? ''
  return /[ap]$/.test(text) && (text.includes(':') || isBesideDay(scene, index))
}

/** Whether it is directly beside a day, or after an "at". */
function isBesideDay(scene: Scene, index: number): boolean {
  const before = wordAt(scene, index - 1)
  return /^(?:at|@|by)$/.test(before) || isDayWord(before) || isDayWord(wordAt(scene, index + 1))
}

/** `14:00`, `09:30`, `9:30`, `0630`, `1430 hrs`, `17h`, `17h30` */
function readDigits(scene: Scene, index: number): Read<Clock> | undefined {
  const word = wordAt(scene, index)
  const match = /^(\d{1,2}):([0-5]\d)(h|hrs)?$|^(\d\d)([0-5]\d)(h|hrs)?$|^(\d\d)h([0-5]\d)?$/.exec(
    word,
  )
  const hours = match?.[1] ?? match?.[4] ?? match?.[7] ?? ''
  const hour = Number(hours)
  if (!match || hour > 23) return undefined
  const isNamed = /^(?:hrs|h|hours|uhr)$/.test(wordAt(scene, index + 1))
  // 1040 is a form and 12h a duration, but 0630 is no plain number.
  const isNumber =
    !/^0[1-9]/.test(word) ||
    /^\d/.test(wordAt(scene, index + 1)) ||
    /^\p{L}*\d{3,}$/u.test(wordAt(scene, index - 1))
  if (match[4] !== undefined && !isNamed && !match[6] && isNumber) return undefined
  const isSpan = !match[8] || !isBesideDay(scene, index) || !endsLoosely(scene, index + 1)
  if (match[7] !== undefined && hour < 13 && isSpan) return undefined
  const isSure = hours.length === 2 || hour === 0
  const minute = Number(match[2] ?? match[5] ?? match[8] ?? 0)
  return {
    value: { hour, minute, isSure },
    next: isNamed && hours.length === 2 ? index + 2 : index + 1,
  }
}

function readOClock(scene: Scene, index: number): Read<Clock> | undefined {
  const hour = toNumber(wordAt(scene, index))
  if (hour === undefined || hour < 1 || hour > 12) return undefined
  if (!/^o'?clock$/.test(wordAt(scene, index + 1))) return undefined
  return { value: { hour, minute: 0, isSure: false }, next: index + 2 }
}

/** `half past nine`, `a quarter to five`, `ten to four`, `20 past 3` */
function readSpokenTime(scene: Scene, index: number): Read<Clock> | undefined {
  const part = skipAny(scene, index, ['half', 'quarter', 'a quarter'])
  const named = part > index ? wordAt(scene, part - 1) : undefined
  const minutes = named ? spoken[named] : toNumber(wordAt(scene, index))
  const at = skipAny(scene, named ? part : index + 1, named ? [] : ['minutes', 'min'])
  const word = wordAt(scene, at)
  const hour = toNumber(wordAt(scene, at + 1))
  if (minutes === undefined || hour === undefined || hour < 1 || hour > 12) return undefined
  if (word !== 'past' && (word !== 'to' || named === 'half')) return undefined
  // "Ten to four" is a time after "at"; "5 to 10 eggs" isn't.
  const isAt = /^(?:at|by|@|around)$/.test(wordAt(scene, index - 1))
  const isWord = !/^\d/.test(wordAt(scene, at + 1))
  const ends = endsLoosely(scene, at + 2) || (word === 'past' && isWord)
  if (!named && (![5, 10, 20, 25].includes(minutes) || !ends)) return undefined
  if (!named && word === 'to' && !isAt) return undefined
  const isBack = word === 'to'
  const past = isBack ? ((hour + 10) % 12) + 1 : hour
  return {
    value: { hour: past, minute: isBack ? 60 - minutes : minutes, isSure: false },
    next: at + 2,
  }
}

/** `half six` is half past six in Britain, if something shows that it is a time. */
function readHalf(scene: Scene, index: number): Read<Clock> | undefined {
  if (wordAt(scene, index) !== 'half') return undefined
  const hour = toNumber(wordAt(scene, index + 1))
  if (hour === undefined || hour < 1 || hour > 12 || !endsLoosely(scene, index + 2))
    return undefined
  const before = wordAt(scene, index - 1)
  if (!/^(?:at|by|@|around|about)$/.test(before) && !isDayWord(before)) return undefined
  return { value: { hour, minute: 30, isSure: false }, next: index + 2 }
}

const spoken: Readonly<Record<string, number>> = { half: 30, quarter: 15 }

function sure(hour: number, minute: number): Clock {
  return { hour, minute, isSure: true }
}
