import commonPasswords from './common-passwords.json' with { type: 'json' }
import { passwordLength } from './profile-rules.ts'

/** The person that a password is for; unknown parts are left out. */
export type PasswordOwner = { name?: unknown; email?: unknown }

const common = new Set(commonPasswords.passwords)

/**
 * Why a password is refused although it is long enough, as a sentence, or undefined. Case doesn't
 * count: "Password123" is guessed as soon as "password123" is (NIST SP 800-63B-4, section 3.1.1.2:
 * compare with commonly used, expected and compromised passwords, and say why one is refused).
 */
export function findPasswordProblem(password: string, owner: PasswordOwner): string | undefined {
  const plain = password.normalize('NFKC').toLowerCase()
  // Its length is checked elsewhere, before any of this matters.
  if (plain.length < passwordLength.min) return undefined
  if (common.has(plain)) {
    return 'This is among the passwords that are tried first. Choose one of your own.'
  }
  if (/^(.{1,4})\1+$/su.test(plain)) {
    return 'This is one short piece over and over. Choose one that is harder to guess.'
  }
  if (listOwnWords(owner).includes(plain)) {
    return 'This is your own name or address. Choose one that others can’t know.'
  }
  return undefined
}

function listOwnWords({ name, email }: PasswordOwner): string[] {
  const words: string[] = []
  if (typeof email === 'string') words.push(email, email.replace(/@.*$/s, ''))
  if (typeof name === 'string') words.push(name, name.replace(/\s+/gu, ''))
  return words.map((word) => word.normalize('NFKC').trim().toLowerCase())
}
