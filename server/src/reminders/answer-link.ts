import type { UserDatabases } from '../db/user-database.ts'
import { AppError } from '../errors.ts'
import type { MailSecrets } from '../mail/sealed-mail.ts'
import {
  actOnReminder,
  endMails,
  findTaskOfLink,
  type ReminderAction,
  reminderActions,
} from './reminder-actions.ts'
import { readLink } from './reminder-links.ts'
import {
  askAboutTask,
  askToEndMails,
  pagePolicy,
  tellLinkIsDead,
  tellMailsEnded,
  tellResult,
} from './reminder-pages.ts'

export type LinkOptions = {
  databases: UserDatabases
  secrets: MailSecrets
  webUrl: string
}

/** What was asked of a link: to show its page, or what was chosen there. */
export type LinkRequest = { link: string; method: 'GET' | 'POST'; form: URLSearchParams }

/** A page, and what it may do. */
export type LinkPage = { status: number; html: string; policy: string }

/** Answers the links of mails, as the endpoint is given it. */
export type AnswerLink = (request: LinkRequest) => Promise<LinkPage>

/** Answers a link of a mail by a page, and does what was chosen on it. */
export async function answerLink(request: LinkRequest, options: LinkOptions): Promise<LinkPage> {
  return { ...(await findPage(request, options)), policy: pagePolicy }
}

async function findPage(
  { link: text, method, form }: LinkRequest,
  { databases, secrets, webUrl }: LinkOptions,
): Promise<Omit<LinkPage, 'policy'>> {
  const dead = { status: 404, html: tellLinkIsDead(webUrl) }
  const link = readLink(text, secrets, new Date())
  if (!link) return dead
  if (link.for !== 'reminder') {
    if (method === 'GET') return { status: 200, html: askToEndMails(link.for) }
    await endMails(databases, link)
    return { status: 200, html: tellMailsEnded(webUrl) }
  }
  const task = await findTaskOfLink(databases, link)
  if (!task) return dead
  const action = form.get('action')
  if (method === 'GET' || !isAction(action)) return { status: 200, html: askAboutTask(task.title) }
  try {
    await actOnReminder(databases, link, action, Temporal.Now.instant())
  } catch (error) {
    // The reminder or the task has gone meanwhile.
    if (error instanceof AppError) return dead
    throw error
  }
  return { status: 200, html: tellResult(action, `${webUrl}/task/${link.taskId}`) }
}

function isAction(text: string | null): text is ReminderAction {
  return (reminderActions as readonly (string | null)[]).includes(text)
}
