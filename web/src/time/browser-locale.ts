/**
 * The locale of this browser, for the way dates are written (BCP 47).
 *
 * What browsers report isn't always valid: Chromium under the POSIX locale says `en-US@posix`, for which
 * `Intl` throws a RangeError.
 */
export function browserLocale(): string {
  return (
    [navigator.language, ...navigator.languages].find(isLocale) ??
    Intl.DateTimeFormat().resolvedOptions().locale
  )
}

/** The first locale that a request's `Accept-Language` names (RFC 9110, section 12.5.4); else English. */
export function requestLocale(acceptLanguage = ''): string {
  const [name = ''] = acceptLanguage.split(/[,;]/, 1)
  return isLocale(name.trim()) ? name.trim() : 'en'
}

function isLocale(name: string): boolean {
  try {
    return Intl.getCanonicalLocales(name).length > 0
  } catch {
    return false
  }
}
