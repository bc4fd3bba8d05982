import { isTitleCase, type Read, type Scene, skipAny, skipWords, wordAt } from './phrase.ts'
import { lookUp, toNumber, type Unit, unitWords } from './words.ts'

export type Span = { readonly count: number; readonly unit: Unit }

const units: readonly Unit[] = ['years', 'months', 'weeks', 'days', 'hours', 'minutes']
/** Half of a unit, if it is clear how long that is. */
const halves: Readonly<Partial<Record<Unit, Span>>> = {
  hours: { count: 30, unit: 'minutes' },
  years: { count: 6, unit: 'months' },
}

/** `3`, `three`, `a`, `a couple of`. */
export function readCount(scene: Scene, index: number): Read<number> | undefined {
  const couple = skipAny(scene, index, ['a couple of', 'couple of', 'a couple'])
  if (couple > index) return { value: 2, next: couple }
  const word = wordAt(scene, index)
  const value = word === 'a' || word === 'an' ? 1 : toNumber(word)
  return value === undefined || value === 0 ? undefined : { value, next: index + 1 }
}

/** A duration in one unit: `3 days`, `a week`, `2h`, `a fortnight`. */
export function readSpan(scene: Scene, index: number): Read<Span> | undefined {
  const joined = /^(\d{1,3})(m|min|mins|h|hrs?|d|w|wks?)$/.exec(scene.tokens[index]?.text ?? '')
  const joinedUnit = joined?.[2] === 'm' ? 'minutes' : lookUp(unitWords, joined?.[2] ?? '')
  if (joined && joinedUnit && Number(joined[1]) > 0) {
    return { value: { count: Number(joined[1]), unit: joinedUnit }, next: index + 1 }
  }
  const count = readCount(scene, index)
  if (!count || isTitleCase(scene, count.next)) return undefined
  const word = wordAt(scene, count.next)
  const next = count.next + 1
  if (word === 'fortnight') return { value: { count: 2 * count.value, unit: 'weeks' }, next }
  const unit = lookUp(unitWords, word)
  return unit && { value: { count: count.value, unit }, next }
}

/** A duration in one or several units: `1h 30m`, `an hour and a half`, `2 weeks and 3 days`. */
export function readLength(scene: Scene, index: number): Read<readonly Span[]> | undefined {
  const broken = readBroken(scene, index)
  if (broken) return broken
  const first = readSpan(scene, index)
  if (!first) return undefined
  const spans = [first.value]
  let { next } = first
  for (;;) {
    const last = spans.at(-1) ?? first.value
    const at = skipAny(scene, next, ['and', ', and', ','])
    const half = skipWords(scene, at, 'a half')
    if (half !== undefined && halves[last.unit]) {
      return { value: [...spans, halves[last.unit] as Span], next: half }
    }
    const more = readSpan(scene, at)
    if (!more || units.indexOf(more.value.unit) <= units.indexOf(last.unit)) break
    spans.push(more.value)
    next = more.next
  }
  return { value: spans, next }
}

const quarters: readonly (readonly [phrase: string, minutes: number])[] = [
  ...[['half an hour', 30] as const, ['a half hour', 30] as const],
  ...[['a quarter of an hour', 15] as const, ['three quarters of an hour', 45] as const],
]

/**
 * A duration that isn't a whole number of units: `half an hour`, `1h30`, `2.5 hours`, `two and a
 * half hours`.
 */
function readBroken(scene: Scene, index: number): Read<readonly Span[]> | undefined {
  for (const [phrase, minutes] of quarters) {
    const next = skipWords(scene, index, phrase)
    if (next !== undefined) return { value: [{ count: minutes, unit: 'minutes' }], next }
  }
  const word = wordAt(scene, index)
  const clock = /^(\d{1,2})h(\d{1,2})m?$/.exec(word)
  if (clock) return { value: inMinutes(Number(clock[1]) * 60 + Number(clock[2])), next: index + 1 }
  const joined = /^(\d{1,2}[.,]\d{1,2})(h|hrs?)?$/.exec(word)
  const isHours = joined?.[2] !== undefined || /^(?:h|hrs?|hours?)$/.test(wordAt(scene, index + 1))
  if (joined && isHours) {
    const hours = Number(joined[1]?.replace(',', '.'))
    return { value: inMinutes(Math.round(hours * 60)), next: index + (joined[2] ? 1 : 2) }
  }
  const count = toNumber(word)
  const half = count === undefined ? undefined : skipWords(scene, index + 1, 'and a half')
  const unit = half === undefined ? undefined : lookUp(unitWords, wordAt(scene, half))
  if (count === undefined || half === undefined || !unit || !halves[unit]) return undefined
  return { value: [{ count, unit }, halves[unit] as Span], next: half + 1 }
}

function inMinutes(count: number): readonly Span[] {
  return [{ count, unit: 'minutes' }]
}
