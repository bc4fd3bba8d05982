import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins'
import type { OidcSettings } from '../../env.ts'
import { withoutPicture } from '../providers.ts'

/**
 * An OpenID Connect provider of the operator's choice: code flow with PKCE (S256), state and nonce,
 * its ID token verified. It is asked where its endpoints are when the first person signs in through
 * it, and again until it answers: Tend starts without it, and never waits for it longer than 10 s.
 */
export function signInWithOidc(settings: OidcSettings) {
  const config: GenericOAuthConfig = {
    providerId: 'oidc',
    name: settings.name,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    discoveryUrl: `${settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    // What a client does that agreed on nothing else (OpenID Connect Core 1.0, section 9).
    authentication: 'basic',
    scopes: ['openid', 'email', 'profile'],
    mapProfileToUser: withoutPicture,
  }
  return {
    ...genericOAuth({ config: [config] }),
    // The plugin would ask now, wait without end, and have every request wait for it. It asks those
    // that it finds here when they are first needed.
    init: async () => ({
      context: { genericOAuthPendingDiscovery: new Map([[config.providerId, config]]) },
    }),
  }
}
