import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getWebEnv } from '../../env.ts'
import { Goodbye } from '../../features/sign-in/goodbye.tsx'

export const metadata: Metadata = { title: 'Goodbye' }

/** Where deleting the account leads. */
export default async function GoodbyePage() {
  // Who may sign up is configured when Tend starts, and not when it is built.
  await connection()
  return <Goodbye signUpIsOpen={getWebEnv().signUp === 'open'} />
}
