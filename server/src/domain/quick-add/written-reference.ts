/** Quotes that may enclose a name, each with the one that closes it. */
export const closingQuotes: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
}

/**
 * Writes the name of a list or a tag so that quick add reads it back, with quotes where it needs
 * them: `#home`, `@"deep work"`. Only a name that contains every kind of quote can't be written. It
 * is separate from reading names, which the web app loads only once somebody types.
 */
export function writeReference(sign: '#' | '@', name: string): string {
  const isOneWord =
    !/\s/u.test(name) && !(name.charAt(0) in closingQuotes) && /[^\p{P}]$/u.test(name)
  if (isOneWord) return sign + name
  const pair = Object.entries(closingQuotes).find(([, closing]) => !name.includes(closing))
  return pair ? `${sign}${pair[0]}${name}${pair[1]}` : sign + name
}
