const secondsPerUnit = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 } as const

/**
 * The length of a duration as people write it in settings: a whole number with a unit (`30s`,
 * `15m`, `12h`, `7d`, `2w`), or plain seconds (`90`). Returns whole seconds, or undefined for any
 * other text and for more than a safe integer holds.
 */
export function parseDurationSeconds(text: string): number | undefined {
  const match = /^(\d{1,15})([smhdw]?)$/.exec(text.trim())
  if (!match) return undefined
  const unit = (match[2] || 's') as keyof typeof secondsPerUnit
  const seconds = Number(match[1]) * secondsPerUnit[unit]
  return Number.isSafeInteger(seconds) ? seconds : undefined
}
