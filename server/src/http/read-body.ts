import type { IncomingMessage } from 'node:http'
import type { Refusal } from './answers.ts'

const MAX_BODY_BYTES = 1_000_000
const MAX_NESTING = 64
const BODY_TIMEOUT_SECONDS = 30

/** A body that is not let in, with the answer to it. */
export class BodyRefusedError extends Error {
  override name = 'BodyRefusedError'
  readonly refusal: Refusal
  constructor(status: number, message: string) {
    super(message)
    this.refusal = { status, code: 'BAD_USER_INPUT', message }
  }
}

/**
 * Reads a JSON body as text, and refuses early what would cost much later: another type (a form or
 * plain text could be sent cross-site without asking), more than a megabyte, too slow, not UTF-8 or
 * nested deeper than anything sensible.
 *
 * @throws BodyRefusedError
 */
export async function readJsonBody(request: IncomingMessage): Promise<string> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new BodyRefusedError(415, 'The body must be JSON: send Content-Type: application/json')
  const text = decode(await readBytes(request))
  if (nestingDepth(text) > MAX_NESTING)
    throw new BodyRefusedError(400, `The body is nested deeper than ${MAX_NESTING} levels`)
  return text
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () =>
    new BodyRefusedError(
      413,
      `The body is larger than ${MAX_BODY_BYTES.toLocaleString('en')} bytes`,
    )
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge()
  const timeout = setTimeout(() => {
    request.destroy(new BodyRefusedError(408, 'The body took too long to arrive'))
  }, BODY_TIMEOUT_SECONDS * 1000)
  try {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of request) {
      length += chunk.length
      if (length > MAX_BODY_BYTES) throw tooLarge()
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } finally {
    clearTimeout(timeout)
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BodyRefusedError(400, 'The body must be UTF-8')
  }
}

/** The deepest nesting of brackets outside strings; needs no parser and no recursion. */
export function nestingDepth(json: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index]
    if (inString) {
      if (character === '\\') index += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (character === '}' || character === ']') depth -= 1
  }
  return deepest
}
