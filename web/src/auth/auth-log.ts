/**
 * Writes what Better Auth reports. Of an error only its name, its code and where it was thrown:
 * a database's own words repeat what people entered ("Key (email)=(…) already exists").
 */
export function logProblem(level: string, message: string, ...details: unknown[]): void {
  const parts = details.filter((detail) => detail instanceof Error).map(describe)
  process.stderr.write(`${[`${level.toUpperCase()} ${message}`, ...parts].join('\n')}\n`)
}

function describe(error: Error & { code?: unknown }): string {
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return [`  ${error.name} ${error.code ?? ''}`.trimEnd(), ...frames.slice(0, 8)].join('\n')
}
