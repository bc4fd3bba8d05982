import { accept, type Checked, refuse } from './checked.ts'
import { textLimits } from './limits.ts'
import { checkText } from './text.ts'

/** UTF-16 units of a key. A few ligatures are one character and many letters: U+FDFA has 18. */
const maxTagKeyLength = 1000

/**
 * What a tag's name is compared by: two names with the same key are the same tag. Letters count
 * without case and without the compatibility differences of Unicode (NFKC, Standard Annex #15), so
 * that full-width, ligature and composed forms don't make a second tag that looks like the first.
 */
export function tagNameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase()
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
