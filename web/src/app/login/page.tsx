import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getSafeNextPath } from '../../auth/browser/next-path.ts'
import { listProviders } from '../../auth/providers.ts'
import { findCaptchaWidget } from '../../auth/rules/captcha.ts'
import { findSession } from '../../auth/sessions/session.server.ts'
import { getWebEnv } from '../../env.ts'
import { describeProviderError } from '../../features/sign-in/provider-errors.ts'
import { SignInForm } from '../../features/sign-in/sign-in-form.tsx'
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx'

export const metadata: Metadata = { title: 'Sign in' }

type Props = {
  searchParams: Promise<{ next?: string | string[]; error?: string | string[]; done?: string }>
}

export default async function LoginPage({ searchParams }: Props) {
  const { next, error, done } = await searchParams
  const nextPath = getSafeNextPath(next)
  if (await findSession(await headers())) {
    // Connecting a provider ends here, too, when the page it began on isn't known.
    redirect(error === undefined ? nextPath : '/settings/sign-in?error=unknown')
  }
  const config = getWebEnv()
  return (
    <SignInPage title="Sign in">
      <SignInForm
        nextPath={nextPath}
        providers={listProviders(config)}
        captcha={findCaptchaWidget(config)}
        providerProblem={describeProviderError(error)}
        signUpIsOpen={config.signUp === 'open'}
        passwordChosen={done === 'password'}
      />
    </SignInPage>
  )
}
