import { accept, type Checked, refuse } from './checked.ts'

/** What a text may be. Lengths are in Unicode code points, after normalising. */
export type TextRule = {
  /** The field as a person would call it, lower case: it stands in the message. */
  readonly name: string
  readonly min: number
  readonly max: number
  readonly multiline: boolean
}

export type CheckedText = Checked<string>

// Postgres `text` can't hold U+0000, and the other controls only hide what a text really says.
const controlCharacter = /\p{Cc}/u
const controlCharacterExceptBreaks = /[^\P{Cc}\n\t]/u
// U+2028 and U+2029 break a line on the screen just as "\n" does.
const lineBreak = /[\n\r\u2028\u2029]/u
const visibleCharacter = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u

/**
 * Normalises a text and checks it against its rule.
 *
 * The value comes back in NFC (Unicode Standard Annex #15), so that what looks the same is the same
 * text; a single-line one without the white space around it, a multi-line one with "\n" as its only
 * line break. Refused: control characters, lone surrogates (not Unicode, so not storable as UTF-8),
 * line breaks where there may be none, lengths outside the rule, and a text that must say something
 * but has nothing visible in it. Never throws.
 */
export function checkText(value: string, rule: TextRule): CheckedText {
  const { name, min, max, multiline } = rule
  if (!value.isWellFormed()) {
    return refuse(`The ${name} holds half a character (a lone surrogate). Type it again.`)
  }
  const text = multiline
    ? value.replace(/\r\n?/g, '\n').normalize('NFC')
    : value.trim().normalize('NFC')
  if (!multiline && lineBreak.test(text)) {
    return refuse(`The ${name} must be one line, and it has a line break. Take it out.`)
  }
  const control = (multiline ? controlCharacterExceptBreaks : controlCharacter).exec(text)
  if (control) {
    return refuse(
      `The ${name} holds the control character ${codePointName(control[0])}. Take it out.`,
    )
  }
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

function codePointName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
