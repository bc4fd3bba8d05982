import { escapeHtml } from '../mail/mail.ts'
import type { ReminderAction } from './reminder-actions.ts'

// Pages without scripts that links in mails lead to. They ask first: programs that read mails follow links too.

const labels: Record<ReminderAction, string> = {
  complete: 'Complete it',
  hour: 'Remind me in an hour',
  tomorrow: 'Remind me tomorrow',
  dismiss: 'Dismiss the reminder',
}

const results: Record<ReminderAction, string> = {
  complete: 'Completed.',
  hour: 'You’ll be reminded in an hour.',
  tomorrow: 'You’ll be reminded tomorrow.',
  dismiss: 'Dismissed.',
}

/** Asks what to do about a task. */
export function askAboutTask(title: string): string {
  const buttons = Object.entries(labels).map(
    ([action, label]) => `<button name="action" value="${action}">${label}</button>`,
  )
  return writePage(title, `<form method="post">${buttons.join('')}</form>`)
}

export function tellResult(action: ReminderAction, appUrl: string): string {
  return writePage(results[action], openApp(appUrl))
}

export function askToEndMails(what: 'mails' | 'summary'): string {
  const [question, button] =
    what === 'mails'
      ? ['No more reminders by mail?', 'Stop reminder mails']
      : ['No more daily summaries?', 'Stop daily summaries']
  return writePage(question, `<form method="post"><button>${button}</button></form>`)
}

export function tellMailsEnded(appUrl: string): string {
  return writePage('You won’t get these mails any more.', openApp(appUrl))
}

/** For a link that is too old or not ours, or whose task is gone. */
export function tellLinkIsDead(appUrl: string): string {
  return writePage('This link no longer works.', openApp(appUrl))
}

/** It allows no scripts, and its form leads back to itself. */
export const pagePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

function openApp(appUrl: string): string {
  return `<p><a href="${escapeHtml(appUrl)}">Open Tend</a></p>`
}

const styles = `body{margin:0;padding:48px 24px;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:#1c1f1b;background:#fff}
main{max-width:30rem;margin:0 auto}h1{font-size:24px;overflow-wrap:anywhere}
button{display:block;width:100%;margin:0 0 12px;padding:12px 20px;border:1px solid #23714a;border-radius:10px;font:inherit;color:#23714a;background:none;cursor:pointer}
button:first-child{color:#fff;background:#23714a}a{color:#23714a}
@media(prefers-color-scheme:dark){body{color:#e8eae6;background:#161815}button,a{color:#7cc79f;border-color:#7cc79f}button:first-child{color:#10130f;background:#7cc79f}}`

function writePage(title: string, body: string): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)} · Tend</title><style>${styles}</style></head>`,
    `<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`,
  ].join('\n')
}
