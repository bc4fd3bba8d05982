import { createClient, type TendClient } from '../../../client/src/index.ts'
import { type Credentials, getCredentials } from '../account/credentials.ts'
import { createMemory } from '../account/memory.ts'
import type { Environment } from '../environment.ts'

/** A token's holder at the API, and what is remembered of their last runs. */
export type Session = {
  client: TendClient
  credentials: Credentials
  memory: ReturnType<typeof createMemory>
}

/** @throws Failure when nobody is signed in */
export function openSession(environment: Environment): Session {
  const credentials = getCredentials(environment)
  return {
    client: connect(credentials),
    credentials,
    memory: createMemory(environment, credentials),
  }
}

/** Somebody waits for the answer, so it is given up earlier than a program would. */
export function connect(credentials: Credentials): TendClient {
  return createClient({ ...credentials, maxAttempts: 4, maxWaitSeconds: 10, timeoutSeconds: 30 })
}
