import { connectDatabase } from '@tend/server/db'
import { createInvitation } from './auth/invitations.ts'
import { getWebEnv } from './env.ts'

// Prints the address at which one person may sign up, where that takes an invitation.

try {
  process.stdout.write(`${await invite()}\n`)
} catch (error) {
  process.stderr.write(`${describe(error)}\n`)
  process.exitCode = 1
}

async function invite(): Promise<string> {
  const { signUp, webUrl, databaseUrl, dataDir, embeddedPort, secrets, pool } = getWebEnv()
  if (signUp === 'open') throw new Error('Nobody needs an invitation: SIGN_UP is open.')
  if (signUp === 'closed') {
    throw new Error('SIGN_UP is closed, for everybody: set it to invite, and start Tend again.')
  }
  const embedded = { dataDir, secret: secrets.current, port: embeddedPort }
  await using database = connectDatabase({ databaseUrl, embedded, pool })
  return await createInvitation(database.owner, webUrl)
}

function describe(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  return code === 'ECONNREFUSED'
    ? 'The database can’t be reached. Is Tend running? Its embedded database runs with it.'
    : message
}
