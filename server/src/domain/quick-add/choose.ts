import { isPlainRule, serializeRecurrenceRule } from '../recurrence/rule.ts'
import type { Finding, FindingKind, FoundDate, FoundTime } from './finding.ts'
import type { Scene } from './phrase.ts'
import { signKinds } from './signs.ts'
import { isTimed, listTouching } from './touching.ts'

/** The findings that are chosen together: at most one of each kind, except tags and reminders. */
export type Choice = {
  readonly [Kind in Exclude<FindingKind, 'TAG' | 'REMINDER'>]?: Extract<Finding, { kind: Kind }>
} & {
  readonly tags: readonly Extract<Finding, { kind: 'TAG' }>[]
  readonly reminders: readonly Extract<Finding, { kind: 'REMINDER' }>[]
}

/**
 * Chooses from everything that the recognisers found. Where two findings overlap, the longer one
 * wins. A chosen finding must not touch a word that stays text although it belongs to the phrase;
 * `isText` says whether the person wants a word to be text.
 */
export function chooseFindings(
  scene: Scene,
  findings: readonly Finding[],
  isText: (index: number) => boolean,
): Choice {
  const apart = dropOverlapping(findings.filter((found) => mayLean(found, findings)))
  // "Green bins every wednesday, brown ones every other thursday" is two tasks.
  let left = repeatsTwice(apart) ? apart.filter((found) => !isTimed(found)) : apart
  // Each round removes something. A line that is still unclear after so many rounds is no sentence.
  for (let round = 0; round < maxRounds; round += 1) {
    const choice = chooseApart(left)
    const chosen = listChosen(choice)
    const unchosen = apart.filter((found) => !chosen.includes(found))
    const touching = listTouching(scene, chosen, { isText, unchosen })
    if (touching.length > 0) {
      left = left.filter((found) => !touching.includes(found))
    } else if (isOrphan(choice) && left.length < apart.length && apart.some(saysDay)) {
      // The line contains a day that can't be read, so assuming today would be a guess.
      left = left.filter(({ kind }) => kind !== 'TIME' && kind !== 'PART')
    } else return choice
  }
  return chooseApart(left.filter((found) => !isTimed(found)))
}

const maxRounds = 12

function repeatsTwice(apart: readonly Finding[]): boolean {
  const rules = apart.flatMap((found) => (found.kind === 'REPEAT' ? [found.rule] : []))
  return new Set(rules.map(serializeRecurrenceRule)).size > 1
}

function saysDay({ kind }: Finding): boolean {
  return kind === 'DATE' || kind === 'REPEAT'
}

function isOrphan({ DATE, REPEAT, START, TIME, PART }: Choice): boolean {
  return !DATE && !REPEAT && !START && (TIME !== undefined || PART !== undefined)
}

/**
 * Chooses from findings that don't overlap. Where a kind appears several times, it takes the surest
 * day and time, and the last of equally sure ones; of other kinds the first. A finding that depends
 * on another is dropped when that one isn't there.
 */
function chooseApart(apart: readonly Finding[]): Choice {
  const all = <Kind extends FindingKind>(kind: Kind) =>
    apart.filter((finding): finding is Extract<Finding, { kind: Kind }> => finding.kind === kind)
  const repeat = all('REPEAT')[0]
  const start = all('START').find((found) => repeat !== undefined || !found.leans)
  // "Every year" counts from a written day; "every friday" has a day of its own.
  const hasDay = start ? repeat || start.dueDay !== null : repeat && !isPlainRule(repeat.rule)
  const date = hasDay ? undefined : findSurest(all('DATE'))
  const counted = date?.time != null
  const time = counted ? undefined : findSurest(all('TIME'))
  const part = all('PART').find((found) => !found.leans || (date && date.to === found.from))
  const schedule = [repeat, start, date, time].filter((found) => found !== undefined)
  const end = all('END').find(
    ({ leans, from }) => repeat && (!leans || schedule.some((found) => found.to === from)),
  )
  const choice = withoutNothing({
    ...{ REPEAT: repeat, START: start, DATE: date, TIME: time, END: end },
    PART: counted ? undefined : part,
    ...Object.fromEntries(signKinds.map((kind) => [kind, all(kind)[0]])),
    ...{ LIST: all('LIST')[0], tags: all('TAG'), reminders: [] },
  })
  return { ...choice, reminders: chooseReminders(choice, all('REMINDER')) }
}

/** "Dentist friday 2pm, reminder 1h before"; "send a reminder tomorrow" says when to send it. */
function mayLean(found: Finding, findings: readonly Finding[]): boolean {
  if (found.kind !== 'REMINDER' || found.leansOn === null) return true
  return findings.some(({ to }) => to === found.leansOn)
}

/** The same with what is chosen. */
function chooseReminders(choice: Choice, found: Choice['reminders']): Choice['reminders'] {
  const ends = new Set(listChosen(choice).map(({ to }) => to))
  return found.filter(({ leansOn, to }) => {
    const counts = leansOn === null || ends.has(leansOn)
    if (counts) ends.add(to)
    return counts
  })
}

/** The chosen findings in the order of the line. */
export function listChosen(choice: Choice): Finding[] {
  const { tags, reminders, ...single } = choice
  return [...Object.values(single), ...tags, ...reminders].sort((a, b) => a.from - b.from)
}

function dropOverlapping(findings: readonly Finding[]): Finding[] {
  const taken = new Set<number>()
  const longestFirst = findings.toSorted(
    (a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from,
  )
  const kept = longestFirst.filter(({ from, to }) => {
    for (let index = from; index < to; index += 1) if (taken.has(index)) return false
    for (let index = from; index < to; index += 1) taken.add(index)
    return true
  })
  return kept.sort((a, b) => a.from - b.from)
}

function findSurest<T extends FoundDate | FoundTime>(found: readonly T[]): T | undefined {
  const best = Math.max(...found.map(({ strength }) => strength))
  return found.findLast(({ strength }) => strength === best)
}

function withoutNothing<T extends object>(record: T) {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as unknown as Choice
}
