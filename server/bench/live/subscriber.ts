import { type ClientRequest, request } from 'node:http'

export type Subscriber = {
  /** Resolves with the first event. */
  begun: Promise<void>
  /** Disconnects as a device does that is switched off, without notice. */
  leave(): void
}

const query = `subscription Live($since: SyncCursor) {
  changes(since: $since) {
    cursor hasMore resetRequired
    changes { entityType id deleted mutationId at node { id ... on Task { title completed priority dueOn list { id } } } }
  }
}`

/** Follows a person's changes as the app does; `onTitle` receives the title of each task that changes. */
export function subscribe(
  port: number,
  token: string,
  onTitle: (title: string) => void,
): Subscriber {
  const { promise: begun, resolve, reject } = Promise.withResolvers<void>()
  const outgoing: ClientRequest = request(
    {
      port,
      host: '127.0.0.1',
      path: '/graphql',
      method: 'POST',
      agent: false,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'text/event-stream',
      },
    },
    (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        const end = text.lastIndexOf('\n\n')
        if (end < 0) return
        for (const event of text.slice(0, end).split('\n\n')) {
          if (event.includes('event: next')) resolve()
          for (const [, title] of event.matchAll(/"title":"([^"]*)"/g)) onTitle(title ?? '')
        }
        text = text.slice(end + 2)
      })
      response.on('error', reject)
      response.on('end', () => reject(new Error(`It ended with ${response.statusCode}: ${text}`)))
    },
  )
  outgoing.on('error', reject)
  begun.catch(() => {})
  outgoing.end(JSON.stringify({ query }))
  return { begun, leave: () => outgoing.destroy() }
}
