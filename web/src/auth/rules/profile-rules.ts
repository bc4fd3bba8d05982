import { textLimits } from '@tend/server/domain/limits'
import { checkPicture } from '@tend/server/domain/picture'
import { checkText } from '@tend/server/domain/text/text'

/** RFC 5321, section 4.5.3.1.3: a path holds 256 octets, two of them the angle brackets. */
export const maxEmailLength = 254

export const passwordLength = { min: 10, max: 128 } as const

export function isPasswordLength({ length }: string): boolean {
  return length >= passwordLength.min && length <= passwordLength.max
}

const maxPictureAddressLength = 2_000

/** An IANA time zone by the name that this runtime has for it; undefined when it knows none of that name. */
export function findTimeZone(value: unknown): string | undefined {
  // Offsets such as "+01:00" would pass too, and they say nothing about summer.
  if (typeof value !== 'string' || !/^[a-z]/i.test(value)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** What is wrong with a profile somebody sends, as a sentence, or undefined when it will do. */
export function findProfileProblem(profile: {
  name?: unknown
  email?: unknown
  image?: unknown
}): string | undefined {
  if (typeof profile.name === 'string') {
    const name = checkText(profile.name, textLimits.personName)
    if (!name.ok) return name.message
  }
  if (typeof profile.email === 'string' && profile.email.length > maxEmailLength) {
    return `The e-mail address has ${profile.email.length} characters, and the limit is ${maxEmailLength}.`
  }
  return typeof profile.image === 'string' ? findPictureProblem(profile.image) : undefined
}

/** Providers give the address of a picture; everything else is a picture itself. */
function findPictureProblem(image: string): string | undefined {
  const isAddress =
    URL.parse(image)?.protocol === 'https:' && image.length <= maxPictureAddressLength
  const picture = checkPicture(image)
  return isAddress || picture.ok ? undefined : picture.message
}
