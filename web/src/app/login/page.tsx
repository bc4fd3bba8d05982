import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getSafeNextPath } from '../../auth/next-path.ts'
import { findSession } from '../../auth/session.server.ts'
import { getWebEnv, providerNames } from '../../env.ts'
import { SignInForm } from '../../features/sign-in/sign-in-form.tsx'
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> }

export default async function LoginPage({ searchParams }: Props) {
  const { next, error } = await searchParams
  const nextPath = getSafeNextPath(next)
  if (await findSession(await headers())) redirect(nextPath)
  return (
    <SignInPage title="Sign in">
      <SignInForm
        nextPath={nextPath}
        providers={providerNames.filter((name) => getWebEnv().providers[name])}
        providerFailed={error !== undefined}
      />
    </SignInPage>
  )
}
