/**
 * A position in a manual order, written so that comparing bytes (`COLLATE "C"`, `<` in JavaScript)
 * compares positions. A key is a path of whole numbers, compared number by number, where a path sorts
 * before the longer ones that begin with it. Each number is written as one letter for its sign and
 * length, and 1 to 8 digits in base 62: `a0` is 0, `az` 61, `b00` 62, `Zz` -1. This is the integer
 * part of David Greenspan's "Implementing Fractional Indexing", used at every level of the path.
 */
export type OrderKey = string

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const maxDigits = 8
const positiveHeads = 'abcdefgh'
const negativeHeads = 'ZYXWVUTS'

const numberPattern = Array.from(
  { length: maxDigits },
  (_, index) => `[${positiveHeads[index]}${negativeHeads[index]}][0-9A-Za-z]{${index + 1}}`,
).join('|')
const numbers = new RegExp(numberPattern, 'g')
const wholeKey = new RegExp(`^(?:${numberPattern})+$`)

/** How many numbers of each sign can be written: those from -pathNumberCount to one less than it. */
export const pathNumberCount = Array.from({ length: maxDigits }, (_, i) => 62 ** (i + 1)).reduce(
  (sum, count) => sum + count,
)

/** The longest key that is stored. If a new one would be longer, the siblings are spread again. */
export const maxOrderKeyLength = 120

/** Whether a text is a key as `writeOrderKey` writes them, of any length. */
export function isOrderKey(text: string): text is OrderKey {
  return wholeKey.test(text)
}

/** The path of a key. Throws a RangeError for a text that is none. */
export function readOrderKey(key: OrderKey): number[] {
  if (!isOrderKey(key)) {
    throw new RangeError(`Expected an order key such as "a0", found "${key}". Take a stored one.`)
  }
  return (key.match(numbers) ?? []).map(readNumber)
}

/** The key of a path of whole numbers, each within `pathNumberCount`. */
export function writeOrderKey(path: readonly number[]): OrderKey {
  return path.map(writeNumber).join('')
}

// A negative number -n is written with the digits of n - 1 taken from the top, under a head that
// sinks as numbers grow longer.
function writeNumber(value: number): string {
  if (value >= 0) return writeMagnitude(value, positiveHeads, (digit) => digit)
  return writeMagnitude(-1 - value, negativeHeads, (digit) => 61 - digit)
}

function readNumber(text: string): number {
  const negative = negativeHeads.includes(text.charAt(0))
  let value = 0
  for (const character of text.slice(1)) {
    const digit = digits.indexOf(character)
    value = value * 62 + (negative ? 61 - digit : digit)
  }
  for (let length = 1; length < text.length - 1; length += 1) value += 62 ** length
  return negative ? -1 - value : value
}

function writeMagnitude(magnitude: number, heads: string, turn: (digit: number) => number): string {
  let rest = magnitude
  let length = 1
  while (rest >= 62 ** length) {
    rest -= 62 ** length
    length += 1
  }
  let text = ''
  for (let index = 0; index < length; index += 1) {
    text = digits.charAt(turn(rest % 62)) + text
    rest = Math.floor(rest / 62)
  }
  return heads.charAt(length - 1) + text
}
