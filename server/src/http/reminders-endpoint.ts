import type { IncomingMessage } from 'node:http'
import type { AnswerLink } from '../reminders/answer-link.ts'
import { refuse, sendText } from './answers.ts'
import type { HttpExchange } from './http-exchange.ts'

const maxFormBytes = 1_000
const paths = ['/reminders', '/reminders/unsubscribe']

/** Whether the request is for a page that links in mails lead to. */
export function isOfReminders(path: string): boolean {
  return paths.includes(path)
}

/**
 * The pages that links in mails lead to. A link is enough to use them, and they show nothing else; a mail program
 * that unsubscribes by one click (RFC 8058) posts as the button does.
 */
export async function answerReminders(
  exchange: HttpExchange,
  { answerLink, requestTimeoutSeconds }: { answerLink: AnswerLink; requestTimeoutSeconds: number },
): Promise<void> {
  const { request, response, url } = exchange
  const { method } = request
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
    const message = 'The links of mails are opened by GET and answered by POST'
    const headers = { allow: 'GET, HEAD, POST' }
    return refuse(exchange, { status: 405, code: 'BAD_USER_INPUT', message, headers })
  }
  const form =
    method === 'POST' ? await readForm(request, requestTimeoutSeconds) : new URLSearchParams()
  if (!form) {
    const message = `A form of this page has at most ${maxFormBytes} bytes`
    return refuse(exchange, { status: 413, code: 'BAD_USER_INPUT', message })
  }
  const link = url.searchParams.get('link') ?? ''
  const { status, html, policy } = await answerLink({
    link,
    method: method === 'POST' ? 'POST' : 'GET',
    form,
  })
  sendText(response, status, html, 'text/html', {
    'content-security-policy': policy,
    'cache-control': 'no-store',
  })
}

/** Undefined when it is larger than any form of these pages. */
async function readForm(
  request: IncomingMessage,
  timeoutSeconds: number,
): Promise<URLSearchParams | undefined> {
  const timeout = setTimeout(() => request.destroy(), timeoutSeconds * 1_000)
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > maxFormBytes) return undefined
      chunks.push(chunk)
    }
  } finally {
    clearTimeout(timeout)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString())
}
