import { createHash } from 'node:crypto'

const prefixLength = 5
const timeoutMs = 2_000

/**
 * Whether a password is in a collection of leaked ones, asked of a service that speaks Have I Been
 * Pwned's range protocol (https://haveibeenpwned.com/API/v3#PwnedPasswords). Only the first five
 * digits of its SHA-1 leave this machine, and the answer is padded. A service that is out of reach
 * refuses nobody: that is logged, and the answer is no.
 */
export async function isBreachedPassword(password: string, serviceUrl: string): Promise<boolean> {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase()
  const [prefix, suffix] = [hash.slice(0, prefixLength), hash.slice(prefixLength)]
  try {
    const response = await fetch(`${serviceUrl.replace(/\/$/, '')}/${prefix}`, {
      headers: { 'add-padding': 'true', 'user-agent': 'Tend' },
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) throw new Error(`status ${response.status}`)
    return hasSuffix(await response.text(), suffix)
  } catch (error) {
    const reason = (error as Error).cause ?? error
    const { code, name, message } = reason as { code?: string; name: string; message: string }
    process.stderr.write(
      `PASSWORD_BREACH_CHECK_URL could not be asked (${code ?? `${name}: ${message}`}); the password was taken.\n`,
    )
    return false
  }
}

/** The lines read `SUFFIX:COUNT`; those that only pad have a count of 0. */
function hasSuffix(answer: string, suffix: string): boolean {
  return answer.split(/\r?\n/).some((line) => {
    const [found, count] = line.trim().toUpperCase().split(':')
    return found === suffix && Number(count) > 0
  })
}
