import type { Metadata } from 'next'
import { getSafeNextPath, withNext } from '../../auth/browser/next-path.ts'
import { findResetLinkOwner } from '../../auth/links/mail-links.server.ts'
import { ResetPasswordForm } from '../../features/sign-in/reset-password-form.tsx'
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx'

// The address contains a token, which must not leak as a referrer.
export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' }

type Props = { searchParams: Promise<{ next?: string | string[]; token?: string | string[] }> }

export default async function ResetPasswordPage({ searchParams }: Props) {
  const { next, token } = await searchParams
  const nextPath = getSafeNextPath(next)
  const owner = await findResetLinkOwner(token)
  if (typeof token !== 'string' || !owner) {
    return (
      <SignInPage title="This link doesn’t work any more">
        <p>
          It was used already, or is older than an hour, or isn’t complete.{' '}
          <a href={withNext('/forgot-password', nextPath)}>Ask for a new link</a>
        </p>
      </SignInPage>
    )
  }
  return (
    <SignInPage title="Choose a new password">
      <ResetPasswordForm token={token} email={owner.email} nextPath={nextPath} />
    </SignInPage>
  )
}
