const wordCharacter = /[\p{L}\p{N}]/u
const leastScore = 0.5
// The score of a match in the middle of a word.
const insideScore = 0.5

/**
 * How well a text matches what somebody typed, from 0 (not at all) to 1. Letters match from the
 * beginning of any word and may skip some within a word or continue in a later one: `nl` and `newl`
 * find "New list", `upc` and `upcmng` "Upcoming". Case, accents and spaces make no difference.
 */
export function scoreMatch(query: string, text: string): number {
  const letters = [...fold(query)].filter((letter) => letter.trim())
  if (letters.length === 0) return 1
  const folded = fold(text)
  const characters = [...folded]
  const words = numberWords(characters)
  let points = characters.map((character, at) =>
    character === letters[0] && beginsWord(words, at) ? (at === 0 ? 1 : 0.9) : Number.NaN,
  )
  for (const letter of letters.slice(1)) points = takeLetter(letter, characters, words, points)
  const best = Math.max(0, ...points.filter((point) => !Number.isNaN(point)))
  const score = best / letters.length
  const isInside = folded.includes(letters.join(''))
  const found = Math.max(score < leastScore ? 0 : score, isInside ? insideScore : 0)
  // Of two equal matches the shorter text wins.
  return found * (0.9 + 0.1 * Math.min(1, letters.length / characters.length))
}

/** The most points with which each character can be the one that this letter stands for. */
function takeLetter(
  letter: string,
  characters: readonly string[],
  words: readonly number[],
  before: readonly number[],
): number[] {
  return characters.map((character, at) => {
    if (character !== letter) return Number.NaN
    const ways = before.slice(0, at).map((points, from) => points + step(words, from, at))
    return Math.max(...ways.filter((way) => !Number.isNaN(way)), Number.NEGATIVE_INFINITY)
  })
}

function step(words: readonly number[], from: number, to: number): number {
  if (to === from + 1) return 1
  if (beginsWord(words, to)) return 0.9
  return words[from] === words[to] ? 0.3 : Number.NaN
}

/** For each character the number of the word it is in, or -1 between words. */
function numberWords(characters: readonly string[]): number[] {
  let count = -1
  let isInWord = false
  return characters.map((character) => {
    const isWord = wordCharacter.test(character)
    if (isWord && !isInWord) count += 1
    isInWord = isWord
    return isWord ? count : -1
  })
}

function beginsWord(words: readonly number[], at: number): boolean {
  return words[at] !== -1 && words[at] !== words[at - 1]
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
