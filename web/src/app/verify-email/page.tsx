import type { Metadata } from 'next'
import { getSafeNextPath, withNext } from '../../auth/browser/next-path.ts'
import { readVerificationLink, type VerificationLink } from '../../auth/links/mail-links.server.ts'
import { findCaptchaWidget } from '../../auth/rules/captcha.ts'
import { getWebEnv } from '../../env.ts'
import { CheckMail } from '../../features/sign-in/check-mail.tsx'
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx'
import { VerifyAddress } from '../../features/sign-in/verify-address.tsx'

// The address may contain a token, which must not leak as a referrer.
export const metadata: Metadata = { title: 'Confirm your address', referrer: 'no-referrer' }

type Props = { searchParams: Promise<{ next?: string | string[]; token?: string | string[] }> }

/** Without a token the page that waits for the mail, with one the page that the mail leads to. */
export default async function VerifyEmailPage({ searchParams }: Props) {
  const { next, token } = await searchParams
  const nextPath = getSafeNextPath(next)
  if (typeof token !== 'string') {
    const config = getWebEnv()
    return (
      <SignInPage title="Check your mail">
        <CheckMail
          nextPath={nextPath}
          mail={config.mail.kind}
          captcha={findCaptchaWidget(config)}
        />
      </SignInPage>
    )
  }
  return <LinkPage link={await readVerificationLink(token)} token={token} nextPath={nextPath} />
}

type LinkPageProps = { link: VerificationLink; token: string; nextPath: string }

function LinkPage({ link, token, nextPath }: LinkPageProps) {
  switch (link.state) {
    case 'done':
      return (
        <SignInPage title="This address is confirmed">
          <p>
            {link.email} belongs to your account.{' '}
            <a href={withNext('/login', nextPath)}>Go on to Tend</a>
          </p>
        </SignInPage>
      )
    case 'expired':
    case 'wrong':
      return (
        <SignInPage title="This link doesn’t work any more">
          <p>
            {link.state === 'expired'
              ? 'Links work for one hour, and this one is older.'
              : 'It isn’t complete, or the address has changed since.'}{' '}
            <a href={withNext('/verify-email', nextPath)}>Ask for a new link</a>
          </p>
        </SignInPage>
      )
    default:
      return (
        <SignInPage
          title={link.state === 'old-address' ? 'Change your address?' : 'Confirm your address'}
        >
          <VerifyAddress token={token} purpose={link} nextPath={nextPath} />
        </SignInPage>
      )
  }
}
