import { accept, type Checked, refuse } from './checked.ts'

const emoji = /^\p{RGI_Emoji}$/v
const emojiPresentation = '\uFE0F'

/**
 * Checks the icon of a list or a view: exactly one emoji of Unicode's recommended set (UTS #51,
 * RGI), flags, skin tones and families included. One typed without its emoji presentation gets it.
 * Never throws.
 */
export function checkIcon(text: string): Checked<string> {
  const trimmed = text.trim()
  if (emoji.test(trimmed)) return accept(trimmed)
  if (emoji.test(trimmed + emojiPresentation)) return accept(trimmed + emojiPresentation)
  return refuse(`An icon is one emoji, and this is "${trimmed.slice(0, 20)}". Choose one emoji.`)
}
