import { lookUp, wordSet } from './words.ts'

/**
 * Common misspellings of the grammar's words: those of short words, and those more than one letter
 * off, such as typing errors and what phones write.
 */
const spellings: Readonly<Record<string, readonly string[]>> = {
  tomorrow: [
    ...['tommorow', 'tmrw', 'tmr', 'tmrrw', 'tmw', 'tmoro', 'tomoro', '2moro', '2morow'],
    ...['2morrow', 'tomoz', 'tmrow'],
  ],
  today: ['todya', '2day', 'toady', 'tday'],
  tonight: ['tonite', '2nite', '2night', 'tonigth', 'tonght', 'tonihgt'],
  night: ['nite', 'nigth'],
  morning: ['moring', 'mornign', 'mornin', 'mornning'],
  afternoon: ['afternon', 'aftrenoon', 'afernoon', 'afternoom'],
  evening: ['evning', 'eveing', 'evenning'],
  monday: ['mnday', 'moday', 'monady', 'mondey'],
  wednesday: ['wensday', 'wendsday', 'weds'],
  thursday: ['thrusdy', 'tursday'],
  friday: ['firday', 'fridy', 'frday', 'fridey', 'firady', 'friady'],
  saturday: ['satday'],
  sunday: ['sundy', 'snuday', 'sudnay', 'suday'],
  august: ['agust', 'augest'],
  every: ['evry', 'evrey', 'eveyr', 'ervery', 'ev'],
  everyday: ['everday', 'evryday'],
  daily: ['dialy', 'daliy'],
  weekly: ['weekley', 'weeky'],
  monthly: ['montly', 'monthley'],
  weekend: ['weeknd', 'wknd', 'weeekend'],
  next: ['nxt', 'nex'],
  week: ['wek', 'weel'],
  until: ['untill', 'unitl'],
}
const bySpelling: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(spellings).flatMap(([word, variants]) => variants.map((text) => [text, word])),
)

/** The grammar's word for a piece of the line: `Dec.` is dec, `9 P.M.` is pm. */
export function toWord(text: string): string {
  const lower = text.toLowerCase().replaceAll('’', "'")
  const isoDay = /^(\d{4}-\d\d-\d\d)t$/.exec(lower)?.[1]
  if (isoDay !== undefined) return isoDay
  const undotted = lower.length > 1 ? lower.replace(/^([^.]+)\.$/, '$1') : lower
  const plain = undotted.replace(/^((?:\d[\d:.]*)?[ap])\.m\.?$/, '$1m')
  return lookUp(bySpelling, plain) ?? findNear(plain) ?? plain
}

/** Words so long that hardly any other word is one letter away from them. */
const longWords = [
  ...['tomorrow', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  ...['january', 'february', 'august', 'september', 'october', 'november', 'december'],
]
/** Words and names that are nevertheless one letter away from them. */
const ownWords = wordSet('augusta augusto mondays fridays friary frida')

/**
 * The long word that this becomes by adding, removing or changing one letter, or by swapping two
 * neighbours.
 */
function findNear(word: string): string | undefined {
  if (word.length < 5 || word.length > 10 || !/^[tmswfjanod]\p{L}+$/u.test(word)) return undefined
  if (ownWords.has(word)) return undefined
  const near = longWords.filter((long) => long[0] === word[0] && isNear(word, long))
  return near.length === 1 && word !== `${near[0]}s` ? near[0] : undefined
}

function isNear(word: string, long: string): boolean {
  if (Math.abs(word.length - long.length) > 1) return false
  let at = 0
  while (at < long.length && word[at] === long[at]) at += 1
  if (at === long.length) return word.length === at + 1
  const [here, next] = [word.slice(at), word.slice(at + 1)]
  const isExchanged =
    here.slice(0, 2) === `${long[at + 1]}${long[at]}` && here.slice(2) === long.slice(at + 2)
  const rest = long.slice(at + 1)
  return isExchanged || here === rest || next === rest || next === long.slice(at)
}
