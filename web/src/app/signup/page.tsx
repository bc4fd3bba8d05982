import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { findCaptchaWidget } from '../../auth/captcha.ts'
import { getSafeNextPath } from '../../auth/next-path.ts'
import { listProviders } from '../../auth/providers.ts'
import { findSession } from '../../auth/session.server.ts'
import { getWebEnv } from '../../env.ts'
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx'
import { SignUpForm } from '../../features/sign-in/sign-up-form.tsx'

export const metadata: Metadata = { title: 'Create your account' }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignUpPage({ searchParams }: Props) {
  const nextPath = getSafeNextPath((await searchParams).next)
  if (await findSession(await headers())) redirect(nextPath)
  const config = getWebEnv()
  return (
    <SignInPage title="Create your account">
      <SignUpForm
        nextPath={nextPath}
        providers={listProviders(config)}
        captcha={findCaptchaWidget(config)}
      />
    </SignInPage>
  )
}
