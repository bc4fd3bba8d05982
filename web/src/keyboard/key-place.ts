/** The parts of a key event that say which key was pressed. */
export type PlacedKey = {
  key: string
  /** The key's position on the keyboard, named after an American one. */
  code?: string
  shiftKey: boolean
}

/** Whether a keyboard types Latin letters, judging by its last letter; undefined before the first. */
export type KeyboardScript = 'latin' | 'other' | undefined

/** The script of the keyboard that a key comes from; what was known before when it says nothing. */
export function readScript(key: string, before: KeyboardScript): KeyboardScript {
  if (/^\p{Script=Latin}$/u.test(key)) return 'latin'
  return /^\p{L}$/u.test(key) ? 'other' : before
}

/**
 * The key as the map of shortcuts knows it. A Latin letter counts as it is typed, wherever it is
 * (AZERTY, Dvorak); on a keyboard without any, a key's position counts, since no shortcut could be typed
 * there otherwise.
 */
export function findMappedKey(
  { key, code = '', shiftKey }: PlacedKey,
  script: KeyboardScript,
): string {
  if (key.length !== 1 || /[a-z]/i.test(key)) return key
  // Hebrew types a slash where Q is, but so does Dvorak a full stop where E is.
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter && script !== 'latin') return shiftKey ? letter : letter.toLowerCase()
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit && /^\p{Nd}$/u.test(key)) return digit
  if (code === 'Slash' && script === 'other') return shiftKey ? '?' : '/'
  return key
}
