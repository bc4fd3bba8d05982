import { checkText, type TextRule } from '@tend/server/domain/text'

/** What a person's name may be. Its least length is one, because the app greets people by it. */
export const personNameRule: TextRule = { name: 'name', min: 1, max: 100, multiline: false }

/** RFC 5321, section 4.5.3.1.3: a path holds 256 octets, two of them the angle brackets. */
export const maxEmailLength = 254

export const passwordLength = { min: 10, max: 128 } as const

const defaultTimeZone = 'UTC'

/**
 * The IANA time zone that a browser reports, or UTC when this runtime doesn't know it: a zone newer
 * than our data must not keep anybody from signing up.
 */
export function knownTimeZone(value: unknown): string {
  // Offsets such as "+01:00" would pass too, and they say nothing about summer.
  if (typeof value !== 'string' || !/^[a-z]/i.test(value)) return defaultTimeZone
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    return defaultTimeZone
  }
}

/** What is wrong with a profile somebody sends, as a sentence, or undefined when it will do. */
export function findProfileProblem(profile: {
  name?: unknown
  email?: unknown
}): string | undefined {
  if (typeof profile.name === 'string') {
    const name = checkText(profile.name, personNameRule)
    if (!name.ok) return name.message
  }
  if (typeof profile.email === 'string' && profile.email.length > maxEmailLength) {
    return `The e-mail address has ${profile.email.length} characters, and the limit is ${maxEmailLength}.`
  }
  return undefined
}
