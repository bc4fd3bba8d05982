import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getAuth } from '../../auth/auth.server.ts'
import { getSafeNextPath } from '../../auth/browser/next-path.ts'
import { invitationParameter, isGoodInvitation } from '../../auth/invitations.ts'
import { listProviders } from '../../auth/providers.ts'
import { findCaptchaWidget } from '../../auth/rules/captcha.ts'
import type { SignUpMode, SignUpRefusal } from '../../auth/rules/sign-up-mode.ts'
import { findSession } from '../../auth/sessions/session.server.ts'
import { getWebEnv } from '../../env.ts'
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx'
import { SignUpForm } from '../../features/sign-in/sign-up-form.tsx'
import { SignUpRefused } from '../../features/sign-in/sign-up-refused.tsx'

export const metadata: Metadata = { title: 'Create your account' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignUpPage({ searchParams }: Props) {
  const { next, [invitationParameter]: brought } = await searchParams
  const nextPath = getSafeNextPath(next)
  if (await findSession(await headers())) redirect(nextPath)
  const config = getWebEnv()
  const invitation = typeof brought === 'string' ? brought : undefined
  const refusal = await findRefusal(config.signUp, invitation)
  if (refusal) {
    return (
      <SignInPage title="Create your account">
        <SignUpRefused refusal={refusal} nextPath={nextPath} />
      </SignInPage>
    )
  }
  return (
    <SignInPage title="Create your account">
      <SignUpForm
        nextPath={nextPath}
        providers={listProviders(config)}
        captcha={findCaptchaWidget(config)}
        invitation={config.signUp === 'invite' ? invitation : undefined}
      />
    </SignInPage>
  )
}

/** The refusal that the endpoint would give, before the form is filled in. */
async function findRefusal(
  mode: SignUpMode,
  invitation: string | undefined,
): Promise<SignUpRefusal | undefined> {
  if (mode === 'open') return undefined
  if (mode === 'closed') return 'SIGN_UP_CLOSED'
  const isGood = await isGoodInvitation(invitation, await getAuth().$context)
  return isGood ? undefined : 'INVITATION_NEEDED'
}
