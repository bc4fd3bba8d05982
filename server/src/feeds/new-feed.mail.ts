import { type Mail, writeMail } from '../mail/mail.ts'

/** To somebody in whose account a calendar address was created: it outlives the session that did it. */
export function newFeedMail(
  to: string,
  { name, when }: { name: string; when: string },
  url: string,
): Mail {
  return writeMail({
    kind: 'new calendar address',
    to,
    subject: 'New calendar address',
    paragraphs: [
      `The calendar address “${name}” was created for your Tend account on ${when}. Whoever has it can read the tasks that it shows.`,
      'If it was you, there is nothing to do. If not, revoke the address and change your password.',
    ],
    action: { label: 'Review your calendar addresses', url },
  })
}
