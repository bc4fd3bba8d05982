/** FREQ of RFC 5545 for the letters that plain-text apps count days, weeks, months and years by. */
export const frequencies: Readonly<Record<string, string>> = {
  d: 'DAILY',
  w: 'WEEKLY',
  m: 'MONTHLY',
  y: 'YEARLY',
}
