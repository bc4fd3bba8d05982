const connectionCodes = new Set([
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
 * sense. SQLSTATE classes 08 (connection), 53 (no room on the disk, in memory, for connections) and
 * 57P (shutting down); 57014 and 55P03 (a statement or a lock took too long), 40001 and 40P01 (it met
 * another transaction), 25006 (a standby, while another server takes over).
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable)
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string')
    return (
      connectionCodes.has(code) || /^(08...|53...|57P..|57014|55P03|40001|40P01|25006)$/.test(code)
    )
  // `pg` gives these no code; the last is for a connection that broke between two statements.
  return /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed) and is not queryable)/.test(
    error.message,
  )
}
