import { listClearAddresses } from '@tend/server/domain/settings/production'

/** Warns once, when the web app starts, that passwords travel unencrypted if others can reach it. */
export function warnOfClearAddress(
  env: Readonly<Record<string, string | undefined>>,
  webUrl: string,
  write: (line: string) => void,
): void {
  for (const address of listClearAddresses(env, [webUrl]))
    write(`Passwords and sessions travel to ${address} in clear: let https end before Tend.\n`)
}
