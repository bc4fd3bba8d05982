import { withNext } from '../../auth/browser/next-path.ts'
import { type SignUpRefusal, signUpRefusals } from '../../auth/rules/sign-up-mode.ts'
import { Notice } from '../../ui/marks/notice.tsx'
import styles from './auth-form.module.css'

export type SignUpRefusedProps = { refusal: SignUpRefusal; nextPath: string }

/** Shown instead of the form where the person can't sign up. */
export function SignUpRefused({ refusal, nextPath }: SignUpRefusedProps) {
  return (
    <>
      <Notice>{signUpRefusals[refusal]}</Notice>
      <p className={styles.other}>
        Have an account? <a href={withNext('/login', nextPath)}>Sign in</a>
      </p>
    </>
  )
}
