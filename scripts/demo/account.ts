export type DemoAccount = { email: string; password: string; token: string; isNew: boolean }

type Credentials = { email: string; password: string }

/**
 * Signs the person in at the running web app, or up when nobody has that address yet, and fetches
 * an API token as the app itself does.
 *
 * @throws Error with one sentence when the web app doesn't run or refuses.
 */
export async function openAccount(webUrl: string, credentials: Credentials): Promise<DemoAccount> {
  const signIn = await post(webUrl, '/api/auth/sign-in/email', credentials)
  const answer = signIn.ok
    ? signIn
    : await post(webUrl, '/api/auth/sign-up/email', {
        ...credentials,
        name: 'Demo',
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      })
  if (!answer.ok) throw new Error(await describeRefusal(answer, credentials.email))
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.slice(0, line.indexOf(';')))
    .join('; ')
  const response = await fetch(`${webUrl}/api/auth/token`, { headers: { cookie } })
  if (!response.ok) throw new Error(`The web app gave no API token (HTTP ${response.status}).`)
  const { token } = (await response.json()) as { token: string }
  return { ...credentials, token, isNew: !signIn.ok }
}

async function post(webUrl: string, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(`${webUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: webUrl },
      body: JSON.stringify(body),
    })
  } catch (error) {
    throw new Error(`Tend doesn't run at ${webUrl}: start it with \`npm start\`, then try again.`, {
      cause: error,
    })
  }
}

async function describeRefusal(response: Response, email: string): Promise<string> {
  const { code, message } = (await response.json().catch(() => ({}))) as Record<string, string>
  if (code?.startsWith('USER_ALREADY_EXISTS')) {
    return `${email} has an account with another password: give it with --password, or another --email.`
  }
  return `The web app refused the account for ${email}: ${message ?? `HTTP ${response.status}`}.`
}
