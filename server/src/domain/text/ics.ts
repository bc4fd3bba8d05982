const maxBytes = 75

/** A line of a calendar file (RFC 5545 section 3.1), folded after 75 bytes, its line break included. */
export function icsLine(name: string, value: string): string {
  let line = ''
  let bytes = 0
  for (const sign of `${name}:${value}`) {
    const length = bytesOf(sign)
    if (bytes + length > maxBytes) {
      line += '\r\n '
      bytes = 1
    }
    line += sign
    bytes += length
  }
  return `${line}\r\n`
}

/** A text as a value: its breaks, commas and semicolons are escaped (section 3.3.11). */
export function icsText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n')
}

/** `20261201T090000Z` */
export function icsInstant(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** `20261201` */
export function icsDay(day: string): string {
  return day.replaceAll('-', '')
}

/** In UTF-8. */
function bytesOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x1_0000 ? 3 : 4
}
