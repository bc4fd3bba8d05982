import { homedir } from 'node:os'
import { join } from 'node:path'

/** What the environment says, and where files are kept. */
export type Environment = {
  token: string | undefined
  apiUrl: string | undefined
  /** The access token is here, for nobody else to read. */
  configFolder: string
  /** The numbers of the last `tend ls`, and what can be undone. */
  stateFolder: string
  mayColor: boolean
}

/** The XDG Base Directory Specification 0.8; a relative path in one of its variables counts as none. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>) {
  const folder = (variable: string, ...usual: string[]) => {
    const base = variables[variable]
    return base?.startsWith('/') ? join(base, 'tend') : join(homedir(), ...usual, 'tend')
  }
  return {
    token: variables.TEND_TOKEN?.trim() || undefined,
    apiUrl: variables.TEND_API_URL?.trim() || undefined,
    configFolder: folder('XDG_CONFIG_HOME', '.config'),
    stateFolder: folder('XDG_STATE_HOME', '.local', 'state'),
    // https://no-color.org: whatever it is set to, unless that is nothing.
    mayColor: !variables.NO_COLOR && variables.TERM !== 'dumb',
  } satisfies Environment
}
