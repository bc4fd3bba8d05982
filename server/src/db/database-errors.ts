const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
])

/**
 * Whether the database could not be reached or would not serve, so that trying again later makes
 * sense. SQLSTATE classes 08 (connection) and 57P (shutting down), 53300 (too many connections).
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable)
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string')
    return CONNECTION_CODES.has(code) || /^(08...|57P..|53300)$/.test(code)
  // `pg` gives these two no code.
  return /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
}
