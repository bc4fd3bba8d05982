import { SignInPage } from './sign-in-page.tsx'

/** The last page; with a way back only where anybody may sign up. */
export function Goodbye({ signUpIsOpen }: { signUpIsOpen: boolean }) {
  return (
    <SignInPage title="Your account is gone">
      <p>
        Everything in it was deleted.
        {signUpIsOpen && (
          <>
            {' '}
            Should you ever want to come back, <a href="/signup">start again</a>.
          </>
        )}
      </p>
    </SignInPage>
  )
}
