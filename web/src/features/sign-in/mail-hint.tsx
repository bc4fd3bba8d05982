import styles from './auth-form.module.css'

/** How mail leaves: through a server, to this machine's terminal, or not at all. */
export type MailKind = 'smtp' | 'local' | 'off'

/** Where to look for a mail when Tend has no server to send it with. */
export function MailHint({ mail }: { mail: MailKind }) {
  if (mail === 'smtp') return null
  return (
    <p className={styles.quiet}>
      {mail === 'local'
        ? 'This Tend has no mail server: its mails are shown in the terminal that it runs in.'
        : 'This Tend can’t send mail. Ask whoever runs it.'}
    </p>
  )
}
