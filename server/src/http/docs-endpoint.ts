import type { GraphQLSchema } from 'graphql'
import { type Docs, makeDocs } from '../docs/docs.ts'
import { refuse, sendCompressed } from './answers.ts'
import type { HttpExchange } from './http-exchange.ts'
import { forever, type KeptFile, keepFile, sendFile } from './kept-file.ts'

const searchPath = '/docs/search'
const longestSearch = 100

let made: Promise<Docs> | undefined
/** Each file is created when it is first requested. */
const kept = new Map<string, KeptFile>()

const otherPaths = new Set(['/schema.graphql', '/llms.txt'])

/** Whether the request is for the documentation or the schema. */
export function isOfDocs(path: string): boolean {
  return path === '/docs' || path.startsWith('/docs/') || otherPaths.has(path)
}

/** The documentation and the schema: for everybody, by GET, without a token. */
export async function answerDocs(exchange: HttpExchange, schema: GraphQLSchema): Promise<void> {
  const { request, response, url } = exchange
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const message = 'The documentation is available by GET'
    const headers = { allow: 'GET, HEAD, OPTIONS' }
    return refuse(exchange, { status: 405, code: 'BAD_USER_INPUT', message, headers })
  }
  made ??= makeDocs(schema)
  const docs = await made
  if (url.pathname === searchPath) {
    const query = (url.searchParams.get('q') ?? '').slice(0, longestSearch)
    for (const [name, value] of Object.entries(policy)) response.setHeader(name, value)
    return sendCompressed(request, response, 200, docs.search(query), 'text/html')
  }
  const path = url.pathname.replace(/(?<=.)\/$/, '')
  const file = docs.files.get(path)
  if (!file) {
    const message = 'There is no such page; the documentation begins at /docs'
    return refuse(exchange, { status: 404, code: 'NOT_FOUND', message })
  }
  if (path !== url.pathname) {
    response.writeHead(308, { location: path }).end()
    return
  }
  const ready = kept.get(path) ?? keepFile(file.mediaType, file.text)
  kept.set(path, ready)
  await sendFile(exchange, ready, file.mediaType === 'text/css' ? forever : policy)
}

/** It allows no scripts at all. */
const policy = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
}
