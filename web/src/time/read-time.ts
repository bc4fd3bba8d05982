const pattern = /^(\d{1,2})(?:[:.]?([0-5]\d))?(?:\s*([ap])\.?m\.?)?$/

/** A time that was typed, `9`, `9:30`, `0930`, `9.30 pm`, as `HH:MM`; undefined if it is none. */
export function readTime(text: string): string | undefined {
  const [, digits, minute = '00', half] = pattern.exec(text.trim().toLowerCase()) ?? []
  const hour = Number(digits)
  if (digits === undefined || hour > 23) return undefined
  if (half === undefined) return `${digits.padStart(2, '0')}:${minute}`
  if (hour < 1 || hour > 12) return undefined
  return `${String((hour % 12) + (half === 'p' ? 12 : 0)).padStart(2, '0')}:${minute}`
}
