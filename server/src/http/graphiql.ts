import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'

const welcome = `# Welcome to Tend.
#
# Every operation needs a token. In the app, take
# one from "API" in the account menu, and put it
# into the header below.

query Hello {
  me {
    name
  }
  tasks(first: 5) {
    nodes {
      id
      title
      completed
    }
  }
}
`

// Everything is in the page itself: no script of another host ever sees a token.
const html = renderGraphiQL({
  title: 'Tend API',
  defaultQuery: welcome,
  headers: '{ "Authorization": "Bearer paste-your-token-here" }',
  shouldPersistHeaders: false,
})

const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
  ([, code]) =>
    `'sha256-${createHash('sha256')
      .update(code ?? '')
      .digest('base64')}'`,
)

const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src ${scripts.join(' ')}`,
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** GraphiQL, from our own bundle. The page is for everybody; what it sends needs a token. */
export function graphiqlPage(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
    'content-security-policy': contentSecurityPolicy,
    'cache-control': 'no-cache',
  })
  response.end(html)
}
