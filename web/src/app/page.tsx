import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { findSession } from '../auth/session.server.ts'

export default async function RootPage() {
  redirect((await findSession(await headers())) ? '/inbox' : '/login')
}
