import type { Metadata } from 'next'
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx'

export const metadata: Metadata = { title: 'Goodbye' }

/** Where deleting the account leads. */
export default function GoodbyePage() {
  return (
    <SignInPage title="Your account is gone">
      <p>
        Everything in it was deleted. Should you ever want to come back,{' '}
        <a href="/signup">start again</a>.
      </p>
    </SignInPage>
  )
}
