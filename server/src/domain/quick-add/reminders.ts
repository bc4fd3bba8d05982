import { readClock } from './clock.ts'
import { findDate } from './dates.ts'
import type { Finding, FoundMoment } from './finding.ts'
import { beginsReminder, isTitleCase, type Read, type Scene, skipAny, wordAt } from './phrase.ts'
import { readMoments } from './reminder-moment.ts'
import { isQuestionOrStatement } from './statement.ts'
import { reminderNouns, reminderSentences, wordSet } from './words.ts'

/** After these, it is somebody or something else that reminds: ask Ann to remind me, songs remind me. */
const otherwise = wordSet(
  [
    "to you not never always sometimes really don't doesn't didn't won't will would could should shall",
    'can cannot must may might do does did it they he she we i who that which this these those let lets',
    'if when and also please but or siri alexa google somebody someone people songs photos pictures',
  ].join(' '),
)

type Introduction = 'sentence' | 'noun' | 'sign'

/**
 * When the task rings: `remind me 1 day before and 30 minutes before`, `remind me tomorrow 8am`, `reminder
 * 1h before`, `!! 30 min before`. With more behind it (remind me at 9 to call Bob) it says what is to be
 * done, and when.
 */
export function findReminder(scene: Scene, index: number): Finding | undefined {
  const said = readIntroduction(scene, index)
  const moments = said && readMoments(scene, said.next)
  if (!moments || !endsReminder(scene, moments)) return undefined
  // "Pay rent !! tomorrow" stresses the day. "Monday and thursday at 6" may mean 6 on both.
  const needsTime = said.value === 'sign' || moments.value.length > 1
  if (needsTime && !moments.value.every(saysTime)) return undefined
  if (isQuestionOrStatement(scene, index)) return undefined
  const isApart = /^[,;(–—-]$/.test(wordAt(scene, index - 1))
  const leansOn = said.value === 'noun' ? index - (isApart ? 1 : 0) : null
  // A sentence by itself leaves no full stop behind.
  const isSentence = wordAt(scene, index - 1) === '.' && wordAt(scene, moments.next) === '.'
  const to = moments.next + (isSentence ? 1 : 0)
  return { kind: 'REMINDER', from: index, to, moments: moments.value, leansOn }
}

function readIntroduction(scene: Scene, index: number): Read<Introduction> | undefined {
  if (isReminderSign(scene, index)) return { value: 'sign', next: index + 2 }
  const me = skipAny(scene, index, reminderSentences)
  if (me > index) {
    // "Remind Me Tomorrow" is an album.
    const isName = isTitleCase(scene, me - 1) || otherwise.has(wordAt(scene, index - 1))
    return isName ? undefined : { value: 'sentence', next: me }
  }
  const noun = skipAny(scene, index, reminderNouns)
  return noun > index ? { value: 'noun', next: noun } : undefined
}

/** Two exclamation marks as a word by themselves, or before a number: neither `Great!!` nor `!!!`. */
function isReminderSign({ line, tokens }: Scene, index: number): boolean {
  const [first, second, behind] = tokens.slice(index, index + 3)
  if (first?.text !== '!' || second?.text !== '!' || !behind) return false
  if (first.end !== second.start || !/^\s?$/.test(line.charAt(first.start - 1))) return false
  return second.end < behind.start || /^\d/.test(behind.text)
}

/** Whether a time is given, and not only a day. */
export function saysTime(moment: FoundMoment): boolean {
  if (moment.kind === 'before') return true
  const { DATE: date, TIME: time, PART: part } = moment
  return time !== undefined || part !== undefined || date?.time != null || date?.part != null
}

/** Whether nothing that is read as text belongs to the phrase: the end, punctuation, a sign, another one. */
function endsReminder(
  scene: Scene,
  { value: moments, next: index }: Read<readonly FoundMoment[]>,
): boolean {
  const token = scene.tokens[index]
  if (!token || /^[#@!]./.test(token.text)) return true
  if (beginsReminder(scene, index) || isReminderSign(scene, index)) return true
  const isDash = /^[–—-]$/.test(token.text)
  if (!token.isMark && !isDash && token.text !== '|') return false
  if (moments.at(-1)?.kind === 'before') return true
  // "Remind me friday - sunday", "tomorrow, friday": one of several.
  const behind = index + 1
  const goesOn = findDate(scene, behind) ?? readClock(scene, behind) ?? readMoments(scene, behind)
  return !goesOn || !/^[,–—-]$/.test(token.text)
}
