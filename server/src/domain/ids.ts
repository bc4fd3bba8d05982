/** The text form of a UUID of any version, RFC 9562 section 4. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text can name one of our objects; anything else names nothing. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}

/** Whether Better Auth could have given it: its ids are texts of no fixed form. Any text but U+0000 can be stored. */
export function isAuthId(id: string): boolean {
  return id !== '' && !id.includes('\u0000')
}
