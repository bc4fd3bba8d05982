/** UTF-16 units of a key. A few ligatures are one character and many letters: U+FDFA has 18. */
export const maxTagKeyLength = 1000

/**
 * What a tag's name is compared by: two names with the same key are the same tag. Letters count
 * without case and without the compatibility differences of Unicode (NFKC, Standard Annex #15), so
 * that full-width, ligature and composed forms don't make a second tag that looks like the first.
 */
export function tagNameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}
