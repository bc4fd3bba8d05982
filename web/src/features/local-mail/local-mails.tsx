import type { LocalMail } from '@tend/server/mail/local-mailbox'
import { Placeholder } from '../../ui/marks/notice.tsx'
import styles from './local-mails.module.css'

/** What would have been sent, newest first. */
export function LocalMails({ mails }: { mails: readonly LocalMail[] }) {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>Mail</h1>
      <p className={styles.hint}>
        No mail server is set up. Messages appear here until the server stops; reload the page for
        new ones.
      </p>
      {mails.length === 0 && (
        <Placeholder title="No messages yet">
          <p>Sign up or ask for a new password, and the message appears here.</p>
        </Placeholder>
      )}
      {mails.map((mail) => (
        <article key={mail.sentAt.toISOString()} className={styles.mail}>
          <h2 className={styles.subject}>{mail.subject}</h2>
          <p className={styles.hint}>
            To {mail.to}, {mail.sentAt.toISOString().slice(11, 19)} UTC
          </p>
          <p className={styles.text}>{mail.text.split(/(https?:\/\/\S+)/).map(toPart)}</p>
        </article>
      ))}
    </main>
  )
}

function toPart(part: string) {
  return /^https?:/.test(part) ? (
    <a key={part} href={part}>
      {part}
    </a>
  ) : (
    part
  )
}
