import { TendError } from '../../../client/src/index.ts'
import {
  type Credentials,
  checkToken,
  checkUrl,
  deleteCredentials,
  fileOfCredentials,
  findStored,
  storeCredentials,
  usualUrl,
} from '../account/credentials.ts'
import { createMemory } from '../account/memory.ts'
import { explain } from '../api/explain.ts'
import { connect } from '../api/session.ts'
import { defineCommand } from '../command.ts'
import { failUsage } from '../failure.ts'
import { ask, readInput } from '../terminal/ask.ts'

const who = 'query Who { me { name email } currentAccessToken { name scopes expiresAt } }'
type Who = {
  me: { name: string; email: string } | null
  currentAccessToken: { name: string; scopes: readonly string[]; expiresAt: string | null } | null
}

export const login = defineCommand({
  name: 'login',
  summary: 'Signs you in with an access token',
  usage: ['login [--url <address>]', 'login [--url <address>] < token.txt'],
  help: [
    'Make the token in Tend’s settings, under Access tokens; it should be able to read and change',
    'tasks. tend asks for it, or reads it from its input; it is no argument, since others on the',
    'machine can see those. It is checked, and kept in a file that only you can read.',
    '',
    `  --url <address>  the API’s; by default TEND_API_URL, or ${usualUrl}`,
    '',
    'Without login: TEND_TOKEN and TEND_API_URL.',
  ],
  options: { url: { type: 'string' } },
  async run({ environment, out, err, isJson }, values, words) {
    if (words.length > 0)
      throw failUsage(
        'tend login takes no token as an argument: it asks for it, or reads its input.',
      )
    const isAsking = process.stdin.isTTY
    let url = values.url ?? environment.apiUrl
    if (url === undefined && isAsking)
      url = (await ask(`Address of the API [${usualUrl}]: `)) || undefined
    const address = checkUrl(url ?? usualUrl)
    if (isUnprotected(address))
      err.line({
        text: `Anybody on the way to ${address} can read what you send, the token too: it should begin with https.`,
        style: 'yellow',
      })
    const token = (isAsking ? await ask('Access token: ', true) : (await readInput()).trim()) ?? ''
    if (token === '')
      throw failUsage('An access token was expected, found nothing. See tend login --help.')
    const credentials = { url: address, token: checkToken(token) }
    const { me, currentAccessToken } = await askWho(credentials)
    storeCredentials(environment, credentials)
    const lacking = ['TASKS_READ', 'TASKS_WRITE'].filter(
      (scope) => currentAccessToken && !currentAccessToken.scopes.includes(scope),
    )
    if (isJson) out.json({ url: address, user: me, token: currentAccessToken })
    else out.line(me ? `Signed in as ${me.name} at ${address}.` : `Signed in at ${address}.`)
    if (lacking.length > 0)
      err.line(`The token may not do everything: it lacks ${lacking.join(' and ')}.`)
    if (environment.token)
      err.line('TEND_TOKEN is set, and goes before the token that was kept now.')
    if (!isJson) err.line({ text: `Kept in ${fileOfCredentials(environment)}`, style: 'dim' })
  },
})

export const logout = defineCommand({
  name: 'logout',
  summary: 'Forgets the access token',
  usage: ['logout'],
  help: ['The token itself goes on working until it is revoked in Tend’s settings.'],
  options: {},
  async run({ environment, out, isJson }) {
    const stored = findStored(environment)
    if (stored) createMemory(environment, stored).forget()
    deleteCredentials(environment)
    if (isJson) return out.json({ wasSignedIn: stored !== undefined })
    out.line(
      stored
        ? 'Signed out here. The token works until you revoke it in Tend’s settings.'
        : 'Nobody was signed in.',
    )
  },
})

/** @throws Failure when the token isn’t accepted */
async function askWho(credentials: Credentials): Promise<Who> {
  try {
    return await connect(credentials).query<Who>(who)
  } catch (error) {
    if (!(error instanceof TendError)) throw error
    // A token needn't be one that may read who you are; the rest of the answer is there.
    if (error.code === 'FORBIDDEN' && error.data) return error.data as Who
    throw explain(error, credentials.url)
  }
}

function isUnprotected(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && !/^(localhost|.+\.localhost|127\..+|\[::1\])$/.test(hostname)
}
