import { textLimits } from '@tend/server/domain/limits'
import { checkText } from '@tend/server/domain/text/text'
import { passwordLength } from '../../auth/rules/profile-rules.ts'
import { signUpRefusals } from '../../auth/rules/sign-up-mode.ts'

export type FieldName = 'name' | 'email' | 'password' | 'currentPassword'

/** The message beside each field, and above the button for what belongs to none. */
export type FormErrors = Partial<Record<FieldName | 'form', string>>

export type AuthFailure = {
  status?: number
  code?: string | undefined
  message?: string | undefined
}

const tooShort = `Use at least ${passwordLength.min} characters.`
const tooLong = `Use at most ${passwordLength.max} characters.`
const tooMany = 'Too many attempts. Wait a few minutes and try again.'

/** The errors found before anything is sent. */
export function checkSignIn(values: { email: string; password: string }): FormErrors {
  return {
    ...checkEmail(values.email),
    ...(!values.password && { password: 'Enter your password.' }),
  }
}

/** The errors found before anything is sent. The server checks the same again. */
export function checkSignUp(values: { name: string; email: string; password: string }): FormErrors {
  const name = checkText(values.name, textLimits.personName)
  return {
    ...(!name.ok && { name: values.name.trim() ? name.message : 'Enter your name.' }),
    ...checkEmail(values.email),
    ...checkNewPassword(values),
  }
}

/** The errors found before anything is sent. */
export function checkPasswordChange(values: {
  currentPassword: string
  password: string
}): FormErrors {
  return {
    ...(!values.currentPassword && { currentPassword: 'Enter your current password.' }),
    ...checkNewPassword(values),
  }
}

export function checkNewPassword({ password }: { password: string }): FormErrors {
  if (password.length < passwordLength.min) return { password: tooShort }
  if (password.length > passwordLength.max) return { password: tooLong }
  return {}
}

/** The server's refusal in our words, beside the field it is about. */
export function explainFailure(failure: AuthFailure): FormErrors {
  if (failure.status === 429 && failure.code !== 'TOO_MANY_ATTEMPTS') return { form: tooMany }
  switch (failure.code) {
    case 'TOO_MANY_ATTEMPTS':
      return { form: failure.message ?? tooMany }
    case 'TOO_MANY_SIGNING_IN':
      return { form: 'Too many people are signing in right now. Try again in a few seconds.' }
    case 'CAPTCHA_MISSING':
    case 'CAPTCHA_REFUSED':
      return { form: 'The check that you are a person was not passed. Try again.' }
    case 'CAPTCHA_UNREACHABLE':
      return { form: 'We couldn’t verify that you’re human. Try again in a moment.' }
    case 'INVALID_EMAIL_OR_PASSWORD':
      return { password: 'The e-mail or the password is wrong.' }
    case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
      return { email: 'There is an account with this e-mail already. Sign in instead.' }
    case 'INVALID_EMAIL':
      return { email: 'This isn’t a complete e-mail address.' }
    case 'PASSWORD_TOO_SHORT':
      return { password: tooShort }
    case 'PASSWORD_TOO_LONG':
      return { password: tooLong }
    case 'PASSWORD_REFUSED':
      return { password: failure.message ?? 'Choose another password.' }
    case 'INVALID_PASSWORD':
      return { currentPassword: 'This isn’t your password.' }
    case 'SIGN_UP_CLOSED':
    case 'INVITATION_NEEDED':
      return { form: signUpRefusals[failure.code] }
    case 'INVALID_TOKEN':
      return { form: 'This link was used already, or has expired.' }
    case 'INVALID_PROFILE':
      return { name: failure.message ?? 'Choose another name.' }
    default:
      return { form: 'Tend can’t be reached right now. Try again in a moment.' }
  }
}

/** Finds only obvious mistakes; the server decides. */
export function checkEmail(email: string): FormErrors {
  if (!email.trim()) return { email: 'Enter your e-mail address.' }
  return /^\S+@\S+\.\S+$/.test(email.trim())
    ? {}
    : { email: 'This isn’t a complete e-mail address.' }
}
