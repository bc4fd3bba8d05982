import { checkText } from '@tend/server/domain/text'
import { passwordLength, personNameRule } from '../../auth/profile-rules.ts'

export type FieldName = 'name' | 'email' | 'password'

/** What to say beside each field, and above the button for what belongs to none. */
export type FormErrors = Partial<Record<FieldName | 'form', string>>

export type AuthFailure = {
  status?: number
  code?: string | undefined
  message?: string | undefined
}

const tooMany = 'Too many attempts. Wait a few minutes and try again.'

/** What can be said before anything is sent. */
export function checkSignIn(values: { email: string; password: string }): FormErrors {
  return {
    ...checkEmail(values.email),
    ...(!values.password && { password: 'Enter your password.' }),
  }
}

/** What can be said before anything is sent. The server checks the same again. */
export function checkSignUp(values: { name: string; email: string; password: string }): FormErrors {
  const name = checkText(values.name, personNameRule)
  return {
    ...(!name.ok && { name: values.name.trim() ? name.message : 'Enter your name.' }),
    ...checkEmail(values.email),
    ...(values.password.length < passwordLength.min && {
      password: `Use at least ${passwordLength.min} characters.`,
    }),
    ...(values.password.length > passwordLength.max && {
      password: `Use at most ${passwordLength.max} characters.`,
    }),
  }
}

/** The server's refusal in our words, beside the field it is about. */
export function explainFailure(failure: AuthFailure): FormErrors {
  if (failure.status === 429) return { form: tooMany }
  switch (failure.code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
      return { password: 'The e-mail or the password is wrong.' }
    case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
      return { email: 'There is an account with this e-mail already. Sign in instead.' }
    case 'INVALID_EMAIL':
      return { email: 'This isn’t a complete e-mail address.' }
    case 'PASSWORD_TOO_SHORT':
      return { password: `Use at least ${passwordLength.min} characters.` }
    case 'PASSWORD_TOO_LONG':
      return { password: `Use at most ${passwordLength.max} characters.` }
    case 'INVALID_PROFILE':
      return { name: failure.message ?? 'Choose another name.' }
    default:
      return { form: 'Tend can’t be reached right now. Try again in a moment.' }
  }
}

function checkEmail(email: string): FormErrors {
  if (!email.trim()) return { email: 'Enter your e-mail address.' }
  // Only what is surely a slip; the server decides.
  return /^\S+@\S+\.\S+$/.test(email.trim())
    ? {}
    : { email: 'This isn’t a complete e-mail address.' }
}
