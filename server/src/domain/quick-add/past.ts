import { type Scene, wordAt } from './phrase.ts'
import { wordSet } from './words.ts'

/** Verbs at the start of a line that say what has been done. */
const done = wordSet(
  [
    'paid sent met bought did went saw made gave took got wrote spoke told had was were has been',
    'called emailed booked ordered finished cleaned watched visited talked walked texted asked',
    'cancelled canceled mailed shipped submitted signed returned renewed moved started fixed cooked',
    'washed received discussed reviewed missed dropped picked helped played worked updated deployed',
    'delivered merged posted replied completed attended joined left lost found sold ran ate drank',
    'spilled woke slept dreamed dreamt forgot heard felt',
  ].join(' '),
)
/** Verbs whose past form is also used for what is to be done: get it fixed, it is due. */
const participles = wordSet(
  'sent made paid seen given taken written found lost sold broken happened began begun broke came born',
)
const toBeDone = wordSet(
  'get have need needs want wants be gets make having getting to must should',
)
const noVerbs = wordSet(
  'hundred naked wicked sacred rugged embed shred sled bobsled limited united',
)

/** Whether what is said before a position has already happened: paid rent monday, bug reported nov 3. */
export function isPastEvent(scene: Scene, index: number): boolean {
  if (index === 0) return false
  if (done.has(wordAt(scene, 0)) && !/^(?:by|to)$/.test(wordAt(scene, 1))) return true
  // What is booked for monday is still in the future.
  if (wordAt(scene, index) === 'for') return false
  const before = scene.tokens[index - 1]
  if (!before || index < 2 || !isParticiple(before.lower, before.text)) return false
  const words = scene.tokens.slice(Math.max(0, index - 8), index - 1)
  return !words.some(({ lower }) => toBeDone.has(lower))
}

function isParticiple(word: string, text: string): boolean {
  if (participles.has(word)) return true
  // "Fred" and "Ted" are people; "feed" and "seed" are no participles.
  return /[^e]ed$/.test(word) && word.length > 4 && !noVerbs.has(word) && !/^\p{Lu}/u.test(text)
}
