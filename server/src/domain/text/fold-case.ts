/**
 * A text as it is compared without regard to case: Unicode's full case folding (Unicode Standard 3.13)
 * in NFC. So ß is ss, a final sigma is a sigma, and ligatures are their letters. The dotless ı is no
 * other letter. `folded` of the task filter's SQL says the same. Never throws.
 */
export function foldCase(text: string): string {
  // First down, since ẞ is its own capital. Letter by letter, so that no sigma is at a word's end.
  const letters = Array.from(text.toLowerCase(), (letter) =>
    letter === 'ı' ? letter : letter.toUpperCase().toLowerCase(),
  )
  return letters.join('').normalize('NFC')
}
