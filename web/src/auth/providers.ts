import type { WebConfig } from '../env.ts'

export type ProviderId = 'google' | 'github' | 'oidc'

/** Its label on buttons. */
export type Provider = { id: ProviderId; name: string }

/** The providers that are configured. */
export function listProviders({ providers, oidc }: WebConfig): Provider[] {
  return [
    ...(providers.google ? [{ id: 'google' as const, name: 'Google' }] : []),
    ...(providers.github ? [{ id: 'github' as const, name: 'GitHub' }] : []),
    ...(oidc ? [{ id: 'oidc' as const, name: oidc.name }] : []),
  ]
}

/** Better Auth's settings of the providers that it knows by name. */
export function toSocialProviders({ providers: { google, github } }: WebConfig) {
  return {
    ...(google && { google: { ...google, mapProfileToUser: withoutPicture } }),
    ...(github && { github: { ...github, mapProfileToUser: withoutPicture } }),
  }
}

/** A picture on the provider's server would reveal to it each view of one of our pages. */
export function withoutPicture() {
  return { image: undefined }
}
