import { type Scene, wordAt } from './phrase.ts'
import { wordSet } from './words.ts'

/** What has a number behind it: chapter 7, room 12, table for 4, invoice no 31. */
const labels = wordSet(
  [
    'chapter chapters ch page pages p pp room version v level lvl unit season episode ep part step phase',
    'week day grade size line bus flight gate platform apt apartment flat suite form route exit section',
    'lesson module exercise question problem task item issue ticket invoice order case volume vol book',
    'number no nr # for of x act scene track lane floor building block house seat row table box lot zone',
    'area channel highway hwy score group team round game match set draft sprint week quarter q rev model',
    'windows ios android iphone ps pin code ext call dial appendix figure fig paragraph article verse psalm',
  ].join(' '),
)

/** What is numbered like 10/24; a flight, a table or a game has a day. */
const numbered = wordSet(
  'ticket page chapter part lesson exercise draft version invoice issue question step size',
)

/** Whether two numbers are those of a thing, and no day: ticket 10/24. */
export function isLabelled(scene: Scene, index: number): boolean {
  return numbered.has(wordAt(scene, index - 1))
}

/** Whether a number belongs to the word before it, and so to no day or time behind it. */
export function ownsNumber(scene: Scene, index: number): boolean {
  const number = wordAt(scene, index)
  const before = wordAt(scene, index - 1)
  if (labels.has(before) || labels.has(before.replace(/s$/, ''))) return true
  // Windows 11, Pixel 9: a name, unless it is the first word, which is always capital.
  if (index > 1 && /^\p{Lu}/u.test(scene.tokens[index - 1]?.text ?? '')) return true
  // 4512 is neither a day nor a time, and 1430 may be one.
  return /^\d{3,4}$/.test(number) && !/^(?:[01]?\d|2[0-3])[0-5]\d$/.test(number)
}
