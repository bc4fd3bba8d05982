import pg from 'pg'

const timestamptz = pg.types.builtins.TIMESTAMPTZ
const date = pg.types.builtins.DATE
const INT8 = pg.types.builtins.INT8

/**
 * Gives what turns a column's text as PostgreSQL sends it into the value our rows hold: an instant is
 * RFC 3339 text in UTC with milliseconds, a day is `YYYY-MM-DD`, a bigint a number (counts, never
 * keys), everything else as `pg` does it. Instants stay text because they leave as text, and a `Date`
 * made and unmade for each of them was a tenth of the throughput.
 */
export function parserOf(typeId: number): (text: string) => unknown {
  if (typeId === timestamptz) return instantFromPostgres
  if (typeId === date) return asItIs
  if (typeId === INT8) return Number
  return pg.types.getTypeParser(typeId, 'text')
}

function asItIs(text: string): string {
  return text
}

/** `2026-11-23 07:05:01.5+00` → `2026-11-23T07:05:01.500Z`; other offsets go through `Date`. */
export function instantFromPostgres(text: string): string {
  if (text.endsWith('+00') && text[10] === ' ') {
    const seconds = text.slice(11, 19)
    const fraction = text[19] === '.' ? text.slice(20, -3) : ''
    return `${text.slice(0, 10)}T${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
  }
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}
