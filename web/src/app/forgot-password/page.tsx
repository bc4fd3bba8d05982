import type { Metadata } from 'next'
import { getSafeNextPath, withNext } from '../../auth/browser/next-path.ts'
import { findCaptchaWidget } from '../../auth/rules/captcha.ts'
import { getWebEnv } from '../../env.ts'
import { ForgotPasswordForm } from '../../features/sign-in/forgot-password-form.tsx'
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx'

export const metadata: Metadata = { title: 'Forgotten password' }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function ForgotPasswordPage({ searchParams }: Props) {
  const nextPath = getSafeNextPath((await searchParams).next)
  const config = getWebEnv()
  return (
    <SignInPage title="Forgotten your password?">
      {config.mail.kind === 'off' ? (
        <p>
          This Tend can’t send mail, so it can’t send you a link. Ask whoever runs it.{' '}
          <a href={withNext('/login', nextPath)}>Back to sign in</a>
        </p>
      ) : (
        <ForgotPasswordForm
          nextPath={nextPath}
          mail={config.mail.kind}
          captcha={findCaptchaWidget(config)}
        />
      )}
    </SignInPage>
  )
}
