import { type Scene, wordAt } from './phrase.ts'
import { wordSet } from './words.ts'

/** Words that a number belongs to: chapter 7, room 12, table for 4, invoice no 31. */
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

/** Words whose numbers look like 10/24; a flight, a table or a game is followed by a day instead. */
const numbered = wordSet(
  'ticket page chapter part lesson exercise draft version invoice issue question step size',
)

/** Whether two numbers identify a thing and are no day: ticket 10/24. */
export function isLabelled(scene: Scene, index: number): boolean {
  return numbered.has(wordAt(scene, index - 1))
}

/** Whether a number belongs to the word before it, and so to no day or time after it. */
export function ownsNumber(scene: Scene, index: number): boolean {
  const number = wordAt(scene, index)
  const before = wordAt(scene, index - 1)
  if (labels.has(before) || labels.has(before.replace(/s$/, ''))) return true
  // "Windows 11", "Pixel 9": a capitalised word is a name, unless it is the first one, which is
  // always capitalised.
  if (index > 1 && /^\p{Lu}/u.test(scene.tokens[index - 1]?.text ?? '')) return true
  // 4512 is neither a day nor a time, but 1430 may be a time.
  return /^\d{3,4}$/.test(number) && !/^(?:[01]?\d|2[0-3])[0-5]\d$/.test(number)
}
