/** Lets a password manager know whose password a form is about; people see it in the text. */
export function UsernameForManager({ email }: { email: string }) {
  return <input hidden type="email" autoComplete="username" value={email} readOnly />
}
