import { getAuth } from '../../../../auth/auth.server.ts'
import { answerTokenRequest } from '../../../../auth/sessions/token-endpoint.ts'
import { getWebEnv } from '../../../../env.ts'

export async function GET(request: Request): Promise<Response> {
  return answerTokenRequest(request, { auth: getAuth(), config: getWebEnv() })
}
