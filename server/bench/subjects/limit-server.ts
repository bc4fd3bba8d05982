/**
 * The limit: what this language and this database can do when they do only the work itself. A bare
 * `node:http` and `pg`, with the same token check, SQL and JSON as Tend has for the seven
 * operations, under the same row-level security and in the same number of round trips or fewer. It
 * has no GraphQL, checks no input, has no limits and logs nothing.
 */
import { createServer, type IncomingMessage } from 'node:http'
import { openPool } from '../../src/db/pool.ts'
import { createLimitOperations } from './limit-operations.ts'
import { createTokenCheck } from './token-check.ts'

const databaseUrl = process.env.DATABASE_URL ?? ''
const authenticate = createTokenCheck(databaseUrl)
const operations = createLimitOperations(
  openPool(databaseUrl, {
    maxConnections: Number(process.env.DATABASE_POOL_SIZE),
    connectTimeoutSeconds: 10,
    idleTimeoutSeconds: 30,
    isPipelined: true,
  }),
)

createServer(async (request, response) => {
  try {
    const [{ userId }, body] = await Promise.all([
      authenticate(request.headers.authorization),
      readBody(request),
    ])
    const { operation, variables } = JSON.parse(body)
    const data = await operations[operation as keyof typeof operations](userId, variables)
    const text = JSON.stringify({ data })
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    })
    response.end(text)
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
}).listen(Number(process.env.API_PORT), '127.0.0.1')

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => resolve(body))
    request.on('error', reject)
  })
}
