import { getAuth } from '../../../../auth/auth.server.ts'
import { answerAuthRequest } from '../../../../auth/auth-endpoint.ts'
import { getWebEnv } from '../../../../env.ts'

async function handle(request: Request): Promise<Response> {
  return answerAuthRequest(request, { auth: getAuth(), config: getWebEnv() })
}

export { handle as GET, handle as POST }
