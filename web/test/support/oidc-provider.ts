import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'

/** What the provider says of somebody; `sub` is the name they sign in with. */
export type OidcPerson = {
  email?: string
  email_verified?: boolean
  name?: string
  picture?: string
}

export interface OidcProvider extends AsyncDisposable {
  issuer: string
  port: number
  clientId: string
  clientSecret: string
  people: Map<string, OidcPerson>
}

/**
 * A real OpenID Connect provider on loopback, which insists on PKCE. Its page asks who one is, with a
 * button for each person and one to cancel.
 */
export async function startOidcProvider(webUrl: string, port = 0): Promise<OidcProvider> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: taken } = server.address() as { port: number }
  const issuer = `http://127.0.0.1:${taken}`
  const people = new Map<string, OidcPerson>()
  const client = { clientId: 'tend', clientSecret: 'a secret of the client & its "signs"' }

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${webUrl}/api/auth/callback/oidc`],
      },
    ],
    cookies: { keys: ['a key of the provider'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'picture'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people.get(id) }),
    }),
    // Nobody is asked for consent: signing in is one page.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })

  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const [, uid, choice] = /^\/interaction\/([\w-]+)(?:\/(.+))?$/.exec(request.url ?? '') ?? []
    if (!uid) return void answer(request, response)
    if (!choice) return void showChoices(response, uid, [...people.keys()])
    const result =
      choice === 'cancel'
        ? { error: 'access_denied', error_description: '<b>The person said no</b>' }
        : { login: { accountId: decodeURIComponent(choice) } }
    void provider.interactionFinished(request, response, result)
  })

  return {
    issuer,
    port: taken,
    ...client,
    people,
    async [Symbol.asyncDispose]() {
      if (!server.listening) return
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function showChoices(response: ServerResponse, uid: string, names: string[]): void {
  const link = (choice: string, words: string) =>
    `<p><a href="/interaction/${uid}/${choice}">${words}</a>`
  response.setHeader('content-type', 'text/html')
  response.end(
    `<!doctype html><html lang="en"><title>Provider</title><link rel="icon" href="data:,"><h1>Who are you?</h1>
    ${names.map((name) => link(encodeURIComponent(name), `I am ${name}`)).join('')}
    ${link('cancel', 'Cancel')}`,
  )
}

/**
 * Walks through the provider as a browser would, and stops where it leads back to Tend: gives that
 * address, which nobody has opened yet.
 */
export async function walkThroughProvider(url: string, choice: string): Promise<URL> {
  const jar = new Map<string, string>()
  const { origin } = new URL(url)
  let next = new URL(url)
  for (let step = 0; step < 10; step += 1) {
    if (next.origin !== origin) return next
    const cookie = Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location) next = new URL(location, next)
    else if (next.pathname.startsWith('/interaction/'))
      next = new URL(`${next.pathname}/${choice}`, next)
    else throw new Error(`The provider answered ${response.status}: ${await response.text()}`)
  }
  throw new Error('The provider led in circles')
}
