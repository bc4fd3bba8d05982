import { formatMonth } from '@tend/server/domain/dates/format-date'

/** January to December. */
export const monthNames: readonly string[] = Array.from({ length: 12 }, (_, index) => {
  const month = String(index + 1).padStart(2, '0')
  return formatMonth(`2000-${month}-01`).replace(' 2000', '')
})
