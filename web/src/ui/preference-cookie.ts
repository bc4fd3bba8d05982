const yearInSeconds = 31_536_000

/** Keeps a choice about this browser's view for a year. Nothing secret belongs here. */
export function writePreference(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing outside HTTPS.
  document.cookie = `${name}=${value}; path=/; max-age=${yearInSeconds}; samesite=lax`
}
