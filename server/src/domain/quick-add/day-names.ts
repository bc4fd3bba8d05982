import { endsStrictly, type Scene, wordAt } from './phrase.ts'
import { lookUp, toDaytime, toNumber, weekdayWords, wordSet } from './words.ts'

/** "Good friday", "blue monday", "taco tuesday". */
const namesBefore = wordSet(
  [
    'black good cyber freaky girl ruby casual ash shrove palm easter super bloody giving manic maundy',
    'blue taco stormy gloomy meatless throwback thirsty fat patch holy spy lazy',
  ].join(' '),
)
const namesBehind = wordSet(
  'roast school blues prayers times telegraph mirror best league funday addams feeling vibes scaries',
)
/** "Saturday night live". */
const nightsBehind = wordSet('live fever lights football')

/** Whether the day from `start` to `next` is part of a name: of a special day, or of something else. */
export function isDayName(scene: Scene, start: number, next: number): boolean {
  const isHoliday = wordAt(scene, start - 1) === 'holiday' && wordAt(scene, start - 2) === 'bank'
  if (
    isHoliday ||
    namesBefore.has(wordAt(scene, start - 1)) ||
    namesBehind.has(wordAt(scene, next))
  )
    return true
  if (wordAt(scene, next) === 'night' && nightsBehind.has(wordAt(scene, next + 1))) return true
  // "Friday Night Lights", "Tomorrow Never Dies".
  return isCapital(scene, next - 1) && isCapital(scene, next)
}

/** Verbs that are used with films and books, and need an object. */
const enjoying = wordSet('watch rewatch read reread rent stream find download')

/**
 * Whether a verb's object begins with the day after it: "read saturday by ian mcewan", "find Sunday
 * in the Park with George".
 */
export function isTitle(scene: Scene, start: number, next: number): boolean {
  const verb = wordAt(scene, start - 1)
  if (wordAt(scene, next) === 'by') return !saysWhen(scene, next + 1)
  let at = next
  while (smallWords.has(wordAt(scene, at))) at += 1
  if (at === next || endsStrictly(scene, at) || saysWhen(scene, at)) return false
  if (enjoying.has(verb)) return start === 1
  return at > next + 1 && isCapital(scene, start) && isCapital(scene, at)
}

const smallWords = wordSet('in on at of with and for to the a an from')

function saysWhen(scene: Scene, at: number): boolean {
  const word = wordAt(scene, at)
  const isDay = lookUp(weekdayWords, word) !== undefined || /^(?:today|tomorrow|noon)$/.test(word)
  return isDay || /^\d/.test(word) || toNumber(word) !== undefined
}

/** Verbs before the title of a film or book: "watch 3:10 to yuma", "midnight in paris". */
export function isTimeTitle(scene: Scene, start: number): boolean {
  const word = wordAt(scene, start)
  const isTime = /^\d{1,2}[:.]\d\d$|^(?:noon|midday|midnight)$/.test(word)
  return isTime && start === 1 && enjoying.has(wordAt(scene, 0))
}

const documents = wordSet(
  'notes agenda policy minutes recap playlist rota menu timetable newsletter transcript slides ideas',
)

/** "Monday meeting agenda": at the start of a short line that names a thing and no action. */
export function isDocument(scene: Scene, index: number, next: number): boolean {
  const { tokens } = scene
  const from = toDaytime(wordAt(scene, next)) ? next + 1 : next
  const isPlain = tokens.slice(from).every(({ text }) => /^\p{L}+$/u.test(text))
  const length = tokens.length - from
  return (
    index === 0 &&
    length > 0 &&
    length < 5 &&
    isPlain &&
    documents.has(wordAt(scene, tokens.length - 1))
  )
}

function isCapital(scene: Scene, at: number): boolean {
  return /^\p{Lu}\p{Ll}/u.test(scene.tokens[at]?.text ?? '')
}
