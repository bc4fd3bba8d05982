import { accept, type Checked, refuse } from '../checked.ts'

/** What a text may be. Lengths are in Unicode code points, after normalising. */
export type TextRule = {
  /** The field as a person would call it, lower case: it is in the message. */
  readonly name: string
  readonly min: number
  readonly max: number
  readonly multiline: boolean
}

export type CheckedText = Checked<string>

// The old ways to break a line: of typewriters, printers, mainframes, and Unicode's own.
const lineBreak = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
// Postgres `text` can't hold U+0000, and the other controls only hide what a text really says.
const unseenControl = /[\p{Cc}--[\t\n\v\f\r\u0085]]/gv
const whiteSpace = /\p{White_Space}+/gu
const tabOrBreak = /[\t\n]/
// Characters that are invisible in Unicode, besides white space and ignorable ones: the empty Braille cell,
// the object replacement character, the annotation marks, the note without a head, and the like.
const visibleCharacter =
  /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cc}\u2800\u2d7f\ufff9-\ufffc\u{1107f}\u{16fe4}\u{1d159}]/u

/**
 * Normalises a text and checks it against its rule.
 *
 * The value comes back in NFC (Unicode Standard Annex #15), so that what looks the same is the same
 * text, and without control characters: nobody sees them in what they paste. In a multi-line text every
 * way to break a line is "\n"; in a single-line one, white space with a tab or a line break in it is one
 * space, and there is none around it. Refused: lone surrogates (not Unicode, so not storable as UTF-8),
 * lengths outside the rule, and a text that must say something but has nothing visible in it. Never
 * throws.
 */
export function checkText(value: string, rule: TextRule): CheckedText {
  const { name, min, max } = rule
  if (!value.isWellFormed()) {
    return refuse(`The ${name} holds half a character (a lone surrogate). Type it again.`)
  }
  const text = cleanText(value, rule)
  if (min > 0 && !visibleCharacter.test(text)) {
    return refuse(`The ${name} is empty. Write ${min} to ${max} characters.`)
  }
  const length = countCodePoints(text)
  if (length < min) {
    return refuse(`The ${name} has ${length} of at least ${min} characters. Write a longer one.`)
  }
  if (length > max) {
    return refuse(`The ${name} has ${length} characters, and the limit is ${max}. Shorten it.`)
  }
  return accept(text)
}

/** The length of a text as people count it for our limits: in code points, not UTF-16 units. */
export function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

function cleanText(value: string, { multiline }: TextRule): string {
  const text = value.replace(unseenControl, '').replace(lineBreak, '\n')
  if (multiline) return text.normalize('NFC')
  const line = text.replace(whiteSpace, (run) => (tabOrBreak.test(run) ? ' ' : run))
  return line.trim().normalize('NFC')
}
