/** How search cuts what it looks through; the descriptions of the API name these. */
export const searchLimits = {
  /** Code points of a word that count; two longer words with the same beginning are one word. */
  wordLength: 64,
  /** Different words of one task that can be found, the title's before the description's. */
  wordsPerTask: 2_000,
  /** Different words of a query that count. */
  wordsPerQuery: 24,
  /** Tasks that a search ranks and gives, over all its pages. */
  results: 250,
} as const

/** One word a task must have, whole or as the beginning of a longer one. */
export interface SearchTerm {
  word: string
  isPrefix: boolean
}

/**
 * What search looks through: the different words of the title joined by spaces, a line break, and
 * those of the description that the title hasn't. Words are as `splitWords` gives them, so neither
 * spaces nor line breaks are in them. Never throws.
 */
export function searchText(title: string, description: string | null): string {
  const inTitle = takeDifferent(splitWords(title), searchLimits.wordsPerTask)
  const known = new Set(inTitle)
  const others = splitWords(description ?? '').filter((word) => !known.has(word))
  const inDescription = takeDifferent(others, searchLimits.wordsPerTask - inTitle.length)
  return `${inTitle.join(' ')}\n${inDescription.join(' ')}`
}

/**
 * The words a query asks for, all of which must be there. The last one may still be being typed, so
 * it is a prefix, and left out where another word says it already. Empty when the query has neither
 * letter nor digit. Never throws.
 */
export function searchTerms(query: string): SearchTerm[] {
  const all = splitWords(query)
  const last = all.at(-1)
  const words = takeDifferent(all, searchLimits.wordsPerQuery)
  return words.flatMap((word): SearchTerm[] => {
    if (word !== last || all.indexOf(word) < all.length - 1) return [{ word, isPrefix: false }]
    const isSaid = words.some((other) => other !== word && other.startsWith(word))
    return isSaid ? [] : [{ word, isPrefix: true }]
  })
}

// Accents over letters (script Inherited) and the vowel points of Hebrew, but not the voicing marks
// of kana (U+3099, U+309A) nor the vowel signs of Indic scripts, which make another letter.
const diacritic = /[[\p{Script=Inherited}&&\p{Mn}]--[\u3099\u309a]]|[\p{Script=Hebrew}&&\p{Mn}]/gv
// Soft hyphens, joiners and the like are not seen; a zero-width space does part words.
const invisible = /[\p{Cf}--\u200b]/gv
// Unicode decomposes none of these, and people type them without.
const spellings: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ς: 'σ',
}
const respelled = new RegExp(`[${Object.keys(spellings).join('')}]`, 'g')
// Scripts that put no spaces between words: each character counts as a word.
const wordOrCharacter =
  /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]&&[\p{L}\p{N}]]\p{M}*|(?:[[\p{L}\p{N}]--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]]\p{M}*)+/gv

/**
 * The words of a text in the one form search compares: compatibility forms unified (NFKC), lower
 * case, without diacritics; letters and digits of any script, cut to `searchLimits.wordLength`.
 */
function splitWords(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(diacritic, '')
    .replace(invisible, '')
    .replace(respelled, (letter) => spellings[letter] ?? letter)
    .normalize('NFKC')
  return (plain.match(wordOrCharacter) ?? []).map(cut)
}

function cut(word: string): string {
  const { wordLength } = searchLimits
  return word.length > wordLength ? [...word].slice(0, wordLength).join('') : word
}

function takeDifferent(words: string[], limit: number): string[] {
  return [...new Set(words)].slice(0, limit)
}
