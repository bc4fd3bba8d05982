/** A mail that is ready to be sent. */
export type Mail = {
  /** What it is for, as logs name it. */
  kind: string
  to: string
  subject: string
  text: string
  html: string
  /** How long it is useful: after that it is never sent. */
  usefulSeconds: number
  /** Its Message-ID, if it must be the same each time; by default each gets its own. */
  messageId?: string
  /** Ends mails of this kind when it is posted to (RFC 8058). */
  unsubscribeUrl?: string
  /**
   * If nobody knows whether a mail server has it, it isn't sent again: rather not by mail than twice. For what
   * comes to its reader in other ways too.
   */
  comesOnce?: boolean
  /** What has rung. Before it is tried again, somebody who knows is asked whether it is still wanted. */
  ring?: MailedRing
}

export type MailedRing = { userId: string; dedupe: string }

/** The kind of those mails. Who can't tell whether one is still wanted leaves them to others. */
export const ringKind = 'reminder'

/** The content of a mail, from which both its text and its HTML are made. */
export type MailContent = {
  kind: string
  to: string
  subject: string
  paragraphs: readonly string[]
  /** The one thing to do. */
  action?: { label: string; url: string }
  /** What else can be done. */
  links?: readonly { label: string; url: string }[]
  /** In smaller type at the end. */
  footnote?: string
  /** A day, unless it contains a link that is valid for less. */
  usefulSeconds?: number
  messageId?: string
  unsubscribeUrl?: string
  comesOnce?: boolean
  ring?: MailedRing
}

const usualUsefulSeconds = 86_400
const unsubscribeLabel = 'Stop these mails'

/** Writes a mail as text and HTML. Everything in it is escaped, and it loads nothing from anywhere. */
export function writeMail(content: MailContent): Mail {
  const { kind, to, subject, usefulSeconds = usualUsefulSeconds } = content
  const { messageId, unsubscribeUrl, comesOnce, ring } = content
  return {
    ...{ kind, to, subject, text: toText(content), html: toHtml(content), usefulSeconds },
    ...(messageId !== undefined && { messageId }),
    ...(unsubscribeUrl !== undefined && { unsubscribeUrl }),
    ...(comesOnce && { comesOnce }),
    ...(ring && { ring }),
  }
}

function toText(content: MailContent): string {
  const { paragraphs, action, links = [], footnote, unsubscribeUrl } = content
  const parts = [
    ...paragraphs,
    ...[...(action ? [action] : []), ...links].map(({ label, url }) => `${label}:\n${url}`),
    ...(footnote ? [footnote] : []),
    ...(unsubscribeUrl ? [`${unsubscribeLabel}:\n${unsubscribeUrl}`] : []),
    'Tend',
  ]
  return `${parts.join('\n\n')}\n`
}

// Mail programs support neither our style sheets nor variables: these are the colours of tokens.css.
const styles = {
  body: 'margin:0;padding:32px 16px;background:#ffffff;color:#1c1f1b;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif',
  column: 'max-width:30rem;margin:0 auto',
  mark: 'margin:0 0 32px;font-size:20px;font-weight:640;color:#23714a',
  title: 'margin:0 0 16px;font-size:20px;font-weight:640',
  paragraph: 'margin:0 0 16px',
  button:
    'display:inline-block;padding:10px 20px;border-radius:10px;background:#23714a;color:#ffffff;font-weight:540;text-decoration:none',
  small: 'margin:24px 0 0;font-size:14px;color:#5f655d;overflow-wrap:anywhere',
}

function toHtml(content: MailContent): string {
  const { subject, paragraphs, action, links = [], footnote, unsubscribeUrl } = content
  const end = unsubscribeUrl ? [{ label: unsubscribeLabel, url: unsubscribeUrl }] : []
  const body = [
    element('p', styles.mark, 'Tend'),
    element('h1', styles.title, escapeHtml(subject)),
    ...paragraphs.map((paragraph) => element('p', styles.paragraph, escapeHtml(paragraph))),
    ...(action ? [toButton(action)] : []),
    ...links.map((link) => element('p', styles.paragraph, toLink(link))),
    ...(footnote ? [element('p', styles.small, escapeHtml(footnote))] : []),
    ...end.map((link) => element('p', styles.small, toLink(link))),
  ]
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light">',
    `<title>${escapeHtml(subject)}</title></head>`,
    `<body style="${escapeHtml(styles.body)}">`,
    element('div', styles.column, body.join('\n')),
    '</body></html>',
  ].join('\n')
}

function toButton({ label, url }: { label: string; url: string }): string {
  const link = `<a href="${escapeHtml(url)}" style="${styles.button}">${escapeHtml(label)}</a>`
  const plain = `If the button does nothing, open this address: ${escapeHtml(url)}`
  return element('p', styles.paragraph, link) + element('p', styles.small, plain)
}

function toLink({ label, url }: { label: string; url: string }): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`
}

function element(name: string, style: string, content: string): string {
  return `<${name} style="${escapeHtml(style)}">${content}</${name}>`
}

/** A text as HTML shows it, within attributes too. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
