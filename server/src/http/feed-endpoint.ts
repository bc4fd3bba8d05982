import type { MadeFeed } from '../auth/credential.queries.ts'
import type { CredentialLookup } from '../auth/credential.ts'
import { hashFeedSecret } from '../auth/feed-secret.ts'
import type { AsUser } from '../db/user-database.ts'
import { noteFeedRead } from '../feeds/feed.queries.ts'
import { openFeed } from '../transfer/open-feed.ts'
import { transferCost } from '../transfer/transfer-cost.ts'
import { refuse, sendText } from './answers.ts'
import { chooseEncoding, compressText } from './compression.ts'
import type { HttpExchange, TransferEndpointOptions } from './http-exchange.ts'
import { refuseKnown } from './refuse-failure.ts'

const folder = '/feeds/'

/** Whether the request is for a calendar, by an address that is a secret. */
export function isOfFeeds(path: string): boolean {
  return path.startsWith(folder)
}

export interface FeedEndpointOptions extends Pick<TransferEndpointOptions, 'sources' | 'logger'> {
  findFeed: CredentialLookup['findFeed']
}

/** How long a calendar app may keep it without asking again. */
const cacheControl = 'private, max-age=300'
/** To ask whether a calendar has changed; what it has is charged as in an export. */
const askingCost = 1

/**
 * `GET /feeds/<secret>.ics`: a person's tasks as a calendar, for apps that can't sign in. Whatever is no address
 * gets the same answer. The whole text is in memory before the first of it is sent, so that no reader, however
 * slow, holds anything of the database; unread answers have a bound of their own.
 */
export async function answerFeed(
  exchange: HttpExchange,
  options: FeedEndpointOptions,
): Promise<void> {
  const { request, url, facts } = exchange
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const message = 'A calendar is available by GET'
    const headers = { allow: 'GET, HEAD, OPTIONS' }
    return refuse(exchange, { status: 405, code: 'BAD_USER_INPUT', message, headers })
  }
  const form = url.searchParams.get('as') ?? 'events'
  if (form !== 'events' && form !== 'todos') {
    const message = 'as must be "events" or "todos", and is something else'
    return refuse(exchange, { status: 400, code: 'BAD_USER_INPUT', message })
  }
  const [, secret = ''] = /^\/feeds\/([^/]+)\.ics$/.exec(url.pathname) ?? []
  const hash = hashFeedSecret(secret)
  try {
    const feed = hash && (await options.findFeed(hash))
    if (!feed) return refuseAddress(exchange)
    facts.userId = feed.userId
    await sendFeed(exchange, options, feed, form)
  } catch (error) {
    if (!(await refuseKnown(exchange, error))) throw error
  }
}

/** Every calendar is charged to its person, like what their access tokens ask for. */
async function sendFeed(
  exchange: HttpExchange,
  { sources: { databases, budgets, webUrl }, logger }: FeedEndpointOptions,
  feed: MadeFeed,
  form: 'events' | 'todos',
): Promise<void> {
  const { request, response } = exchange
  const { userId, id } = feed
  const spender = { userId, via: { kind: 'token', id } } as const
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  budgets.spend(spender, askingCost)
  const asUser: AsUser = (work) => databases.asUser(userId, work, gone.signal)
  const open = await openFeed(feed, form, { asUser, webUrl })
  // Nobody waits for it.
  void databases
    .asUser(userId, (db) => noteFeedRead(db, id))
    .catch((err: unknown) => logger.warn({ err }, 'a read of a calendar could not be recorded'))
  if (!open) return refuseAddress(exchange)
  // Weak, because it covers every encoding.
  const head = { etag: `W/"${open.digest}"`, 'cache-control': cacheControl }
  if (request.headers['if-none-match']?.includes(`"${open.digest}"`)) {
    response.writeHead(304, head).end()
    return
  }
  const type = { 'content-type': 'text/calendar; charset=utf-8' }
  if (request.method === 'HEAD') {
    response.writeHead(200, { ...head, ...type, vary: 'accept-encoding' }).end()
    return
  }
  budgets.spend(spender, transferCost.entry)
  const text = await open.write()
  budgets.charge(userId, text.length / transferCost.exportedCharacters)
  const encoding = chooseEncoding(request, response, text.length)
  const body = encoding ? await compressText(text, encoding) : Buffer.from(text)
  response.writeHead(200, {
    ...head,
    ...type,
    'content-length': body.length,
    ...(encoding && { 'content-encoding': encoding }),
  })
  response.end(body)
}

/** The same bytes for what never was an address, for a revoked one, and for one whose view is gone. */
function refuseAddress({ response, facts }: HttpExchange): void {
  facts.code = 'NOT_FOUND'
  sendText(response, 404, 'There is no calendar at this address.\n', 'text/plain')
}
