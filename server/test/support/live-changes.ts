import type { Json } from './ask.ts'
import type { Person } from './person.ts'

/** A live result over Server-Sent Events, as a client reads it. */
export interface LiveResult extends Disposable {
  response: Response
  /** The next event's data; undefined when the stream has ended. Comments are skipped. */
  next(): Promise<LiveEvent | undefined>
  /** What has arrived so far, comments too. */
  text(): string
  /** Cuts the connection. */
  cut(): void
}

export type LiveEvent = {
  event: string
  data: Json
}

const changesSubscription = `subscription Changes($since: SyncCursor) {
  changes(since: $since) {
    cursor hasMore resetRequired
    changes {
      entityType id deleted mutationId at
      node { id ... on Task { title completed deletedAt list { id name } } ... on List { name } ... on Tag { name } }
    }
  }
}`

/** Follows a person's changes from the cursor on. */
export async function followLive(
  url: string,
  person: Pick<Person, 'token'>,
  since: string | null = null,
  query: string = changesSubscription,
): Promise<LiveResult> {
  const controller = new AbortController()
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${person.token}`,
    },
    body: JSON.stringify({ query, variables: { since } }),
    signal: controller.signal,
  })
  let text = ''
  const events = readEvents(response, (chunk) => {
    text += chunk
  })
  return {
    response,
    text: () => text,
    next: async () => (await events.next()).value ?? undefined,
    cut: () => controller.abort(),
    [Symbol.dispose]: () => controller.abort(),
  }
}

// https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
async function* readEvents(
  response: Response,
  onText: (text: string) => void,
): AsyncGenerator<LiveEvent, undefined> {
  const decoder = new TextDecoder()
  let buffered = ''
  for await (const chunk of response.body ?? []) {
    const text = decoder.decode(chunk, { stream: true })
    onText(text)
    buffered += text
    for (let end = buffered.indexOf('\n\n'); end >= 0; end = buffered.indexOf('\n\n')) {
      const lines = buffered.slice(0, end).split('\n')
      buffered = buffered.slice(end + 2)
      const field = (name: string) =>
        lines
          .find((line) => line.startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .trim()
      const [event, data] = [field('event'), field('data')]
      if (event !== undefined) yield { event, data: data ? JSON.parse(data) : undefined }
    }
  }
}
