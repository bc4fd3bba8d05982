/** Some of Better Auth's messages repeat what strangers sent, which can be as long as a request. */
const mostCharacters = 300

/**
 * Writes what Better Auth reports. Of an error only its name, its code and where it was thrown:
 * a database's own words repeat what people entered ("Key (email)=(…) already exists").
 */
export function logProblem(level: string, message: string, ...details: unknown[]): void {
  const parts = details.filter((detail) => detail instanceof Error).flatMap(describe)
  const lines = [`${level.toUpperCase()} ${message}`, ...parts].map(toLine)
  process.stderr.write(`${lines.join('\n')}\n`)
}

function describe(error: Error & { code?: unknown }): string[] {
  const { name, message, code = '', stack = '' } = error
  const places = stack.slice(stack.indexOf(message) + message.length).split('\n')
  const frames = places.filter((line) => /^\s+at /.test(line))
  return [`  ${name} ${code}`.trimEnd(), ...frames.slice(0, 8)]
}

/** Cut, and without characters that break lines, steer a terminal or turn the direction of reading. */
function toLine(text: string): string {
  const cut = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text
  return cut.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
}
