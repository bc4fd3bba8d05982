import type { IncomingMessage } from 'node:http'
import type { Refusal } from './answers.ts'
import { createNestingMeter } from './nesting.ts'

const MAX_BODY_BYTES = 1_000_000
const MAX_NESTING = 64

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
export function readJsonBody(request: IncomingMessage, timeoutSeconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const check = checkBody(request, MAX_BODY_BYTES)
    const chunks: Buffer[] = []
    const timeout = setTimeout(() => refuse(lateError(timeoutSeconds)), timeoutSeconds * 1000)
    const stop = () => {
      clearTimeout(timeout)
      request.off('data', take).off('end', finish).off('error', refuse)
    }
    const refuse = (error: Error) => {
      stop()
      // What is left must not be read, and the socket is to carry the refusal.
      request.pause().once('error', () => {})
      reject(error)
    }
    const take = (chunk: Buffer) => {
      try {
        check(chunk)
        chunks.push(chunk)
      } catch (error) {
        refuse(error as Error)
      }
    }
    const finish = () => {
      stop()
      try {
        resolve(decode(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
      } catch (error) {
        reject(error)
      }
    }
    request.on('data', take).on('end', finish).on('error', refuse)
  })
}

/** How much of a body is taken, for how long, and how long nothing of it may come. */
export interface BodyLimits {
  maxBytes: number
  timeoutSeconds: number
  stallSeconds: number
}

/**
 * The bytes of a JSON body as they arrive, refused as early as `readJsonBody` does.
 *
 * @throws BodyRefusedError
 */
export async function* readJsonChunks(
  request: IncomingMessage,
  { maxBytes, timeoutSeconds, stallSeconds }: BodyLimits,
): AsyncGenerator<Uint8Array> {
  const check = checkBody(request, maxBytes)
  const late = Promise.withResolvers<never>()
  late.promise.catch(() => {})
  const timeout = setTimeout(() => {
    late.reject(lateError(timeoutSeconds))
  }, timeoutSeconds * 1000)
  const stall = setTimeout(() => {
    late.reject(
      new BodyRefusedError(408, `Nothing more of the body came for ${stallSeconds} seconds`),
    )
  }, stallSeconds * 1000)
  // Leaving this must not destroy the socket, which is to carry the refusal.
  const chunks: AsyncIterator<Buffer> = request.iterator({ destroyOnReturn: false })
  try {
    for (;;) {
      const { done, value: chunk } = await Promise.race([chunks.next(), late.promise])
      if (done) return
      check(chunk)
      stall.refresh()
      yield chunk
    }
  } finally {
    clearTimeout(timeout)
    clearTimeout(stall)
  }
}

/**
 * Checks what the head of a request says of its body, and gives a check of each chunk of it.
 *
 * @throws BodyRefusedError, as does the check
 */
function checkBody(request: IncomingMessage, maxBytes: number): (chunk: Buffer) => void {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new BodyRefusedError(415, 'The body must be JSON: send Content-Type: application/json')
  const tooLarge = () =>
    new BodyRefusedError(413, `The body is larger than ${maxBytes.toLocaleString('en')} bytes`)
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const measureNesting = createNestingMeter()
  let length = 0
  return (chunk) => {
    length += chunk.length
    if (length > maxBytes) throw tooLarge()
    if (measureNesting(chunk) > MAX_NESTING)
      throw new BodyRefusedError(400, `The body is nested deeper than ${MAX_NESTING} levels`)
  }
}

function lateError(seconds: number): BodyRefusedError {
  return new BodyRefusedError(408, `The body took longer than ${seconds} seconds to arrive`)
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new BodyRefusedError(400, 'The body must be UTF-8')
  }
}
