import { accept, type Checked, refuse } from '../checked.ts'
import { textLimits } from '../limits.ts'
import { foldCase } from './fold-case.ts'
import { checkText } from './text.ts'

/** UTF-16 units of a key. A few ligatures are one character and many letters: U+FDFA has 18. */
const maxTagKeyLength = 1000

const plainName = /^[!-~]+(?: [!-~]+)*$/
const variationSelector = /\p{Variation_Selector}/gu
// A joiner between two pictures makes a third of them (👩‍💻), and tags behind a black flag whose it is.
const unseen =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200d|\u200d(?!\p{Extended_Pictographic})|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0020}-\u{e007f}]|[\p{Default_Ignorable_Code_Point}--[\u200d\u{e0020}-\u{e007f}]]/gv

/**
 * What a tag's name is compared by: two names with the same key are the same tag. Letters count
 * without case and without the compatibility differences of Unicode (NFKC, Standard Annex #15), so
 * that full-width, ligature and composed forms don't make a second tag that looks like the first.
 * Nor do signs that aren't seen, variation selectors, and how much white space parts two words.
 */
export function tagNameKey(name: string): string {
  // Quick add compares thousands of names while somebody types.
  if (plainName.test(name)) return name.toLowerCase()
  const folded = foldCase(name.normalize('NFKC')).normalize('NFKC')
  const seen = folded.replace(variationSelector, '').replace(unseen, '')
  return seen.normalize('NFKC').trim().replace(/\s+/gu, ' ')
}

/** A tag's name in its normal form, with what it is compared by. */
export type TagName = { readonly name: string; readonly nameKey: string }

/** Checks what somebody wants to call a tag. */
export function checkTagName(text: string): Checked<TagName> {
  const name = checkText(text, textLimits.tagName)
  if (!name.ok) return name
  const nameKey = tagNameKey(name.value)
  if (nameKey.length > maxTagKeyLength)
    return refuse('The tag name is too long when its ligatures are written out. Shorten it.')
  return accept({ name: name.value, nameKey })
}
