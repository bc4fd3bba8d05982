import type { WebConfig } from '../../env.ts'
import { withClientAddress } from '../attempts/client-address.ts'
import type { Auth } from '../auth.server.ts'
import { acceptPreviousSecret } from '../previous-secret.ts'

/** A request's headers as Better Auth may take them: the one client address, the current secret. */
export async function prepareAuthHeaders(
  headers: Headers,
  { auth, config }: { auth: Auth; config: WebConfig },
): Promise<Headers> {
  const { authCookies } = await auth.$context
  const addressed = withClientAddress(headers, config.trustedProxy)
  return acceptPreviousSecret(addressed, authCookies.sessionToken.name, config.secrets)
}
