import { BROWSER_MAP, OS_MAP, parse } from 'bowser'

// What bowser calls otherwise than people do.
const shortNames: Readonly<Record<string, string>> = {
  'Microsoft Edge': 'Edge',
  'Samsung Internet for Android': 'Samsung Internet',
  'Chrome OS': 'ChromeOS',
}

const applesDevices = ['iPhone', 'iPad']
// Longer than any browser's; what comes in is whatever somebody sent.
const maxLength = 500

// For others bowser takes whatever words come before a slash, and strangers would write in our mails.
const known = new Set([...Object.values(BROWSER_MAP), ...Object.values(OS_MAP)])

/** A user agent as a person would name the device: "Safari on iPhone"; undefined if it is unknown. */
export function nameDevice(userAgent: string | null): string | undefined {
  if (!userAgent?.trim() || userAgent.length > maxLength) return undefined
  const { browser, os, platform } = parse(userAgent)
  const model = applesDevices.find((name) => name === platform.model)
  const [program, system] = [browser.name, model ?? os.name].map((name) =>
    name && (known.has(name) || name === model) ? (shortNames[name] ?? name) : undefined,
  )
  if (program && system) return `${program} on ${system}`
  return program || system || undefined
}

/** The network address of a session; undefined for the unspecified one, `::`, which Better Auth writes when it knows none. */
export function findAddress(ipAddress: string | null | undefined): string | undefined {
  return ipAddress && /[^0:.]/.test(ipAddress) ? ipAddress : undefined
}
