// Accents over letters (script Inherited) and the vowel points of Hebrew, but not the voicing marks
// of kana (U+3099, U+309A) nor the vowel signs of Indic scripts, which make another letter. With them
// go variation selectors, and the frame and the skin of emoji.
const diacritic =
  /[[\p{Script=Inherited}&&\p{Mn}]--[\u3099\u309a]]|[\p{Script=Hebrew}&&\p{Mn}]|[\u20e3\p{Emoji_Modifier}]/gv
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
  '’': "'",
  '‐': '-',
}
const respelled = new RegExp(`[${Object.keys(spellings).join('')}]`, 'g')

// Scripts that put no spaces between words: each character counts as a word.
const unspaced = String.raw`[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]&&[\p{L}\p{N}]]\p{M}*`
const part = String.raw`(?:(?!${unspaced})[\p{L}\p{N}]\p{M}*)+`
// C++, C#, F# and A+, but no sum and no number of an issue: 1+2, tracker#12.
const suffix = String.raw`(?:\+\+|[+#](?![\p{L}\p{N}+#]))`
const sign = String.raw`\p{RI}{2}|[[\p{So}\p{Sm}\p{Sc}\p{Extended_Pictographic}§¶†‡]--[\u0000-\u007f\u2800\ufffc\ufffd\u{1d159}]]`
const token = new RegExp(
  String.raw`${unspaced}|(?:(?<![\p{L}\p{N}.])\.)?${part}(?:[.'\-]${part})*${suffix}?|${sign}`,
  'gv',
)
const parts = new RegExp(part, 'gv')

/**
 * What is between white space and punctuation in a text, in the one form search compares. Letters
 * and digits of any script with what joins them (`e-mail`, `1.2.3`, `c++`, `.net`), and each emoji and
 * sign by itself.
 */
export function splitTokens(text: string): string[] {
  return foldText(text).match(token) ?? []
}

/** The same of a text that is folded already, each with where it begins. */
export function findTokens(folded: string): { token: string; start: number }[] {
  return [...folded.matchAll(token)].map((match) => ({ token: match[0], start: match.index }))
}

/** A text as search compares it: compatibility forms unified (NFKC), lower case, without diacritics. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(diacritic, '')
    .replace(invisible, '')
    .replace(respelled, (letter) => spellings[letter] ?? letter)
    .normalize('NFKC')
}

/** A sign, a word, a word with its signs, or words that are joined. */
export type Piece = {
  /** Its words, each by itself. */
  readonly parts: readonly string[]
  /** What it is as a whole, where that isn't its one word: `c++`, `.net`, `1.2.3`, `email`. */
  readonly whole?: string
  /** What somebody wants who writes it: the whole, its parts, or one of both. */
  readonly asked: 'whole' | 'parts' | 'either'
}

const hasJoint = /[.'\-+#]/

/** A token in its pieces: `asp.net` is two, `e-mail` and `1.2.3` are one each. */
export function readToken(text: string): Piece[] {
  if (!hasJoint.test(text)) return [{ parts: [text], asked: 'parts' }]
  const pieces: Piece[] = []
  const ends = /[+#]+$/.exec(text)?.[0] ?? ''
  const chains = text.slice(0, text.length - ends.length).split('.')
  for (let at = 0; at < chains.length; at += 1) {
    const chain = chains[at] ?? ''
    let end = at + 1
    // A version, a number, or a day: 1.2.3, v2.0, 5.12.
    if (/^v?\p{N}/u.test(chain)) while (/^\p{N}/u.test(chains[end] ?? '')) end += 1
    if (end > at + 1) {
      const whole = chains.slice(at, end).join('.')
      pieces.push({ parts: splitParts(whole), whole, asked: 'whole' })
      at = end - 1
    } else if (at === chains.length - 1 && ends !== '') pieces.push(...readEnd(chain, ends))
    else if (chain !== '') pieces.push(readChain(chain, chains[at - 1]))
  }
  return pieces
}

// Longer chains are addresses and the like, which nobody writes as one word.
const maxJoined = 8

function readChain(chain: string, before: string | undefined): Piece {
  const words = splitParts(chain)
  const [first] = words
  if (first === undefined) return { parts: [chain], asked: 'parts' }
  if (words.length > 1 && words.length <= maxJoined)
    return { parts: words, whole: words.join(''), asked: 'either' }
  if (words.length > 1 || before === undefined || !/^\p{L}/u.test(first))
    return { parts: words, asked: 'parts' }
  // .NET alone is .NET; in ASP.NET the full stop may as well be left out.
  return { parts: words, whole: `.${first}`, asked: before === '' ? 'whole' : 'parts' }
}

function readEnd(chain: string, ends: string): Piece[] {
  const words = splitParts(chain)
  const last = words.at(-1) ?? ''
  return [
    { parts: words.slice(0, -1), asked: 'parts' },
    { parts: [last], whole: `${last}${ends}`, asked: 'whole' },
  ]
}

function splitParts(text: string): string[] {
  return text.match(parts) ?? []
}
