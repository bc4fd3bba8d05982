import type { IncomingMessage } from 'node:http'
import { describeExcess } from '../domain/excess.ts'
import { maxInputItems, maxRequestValues } from '../domain/limits.ts'
import { limitExceeded } from '../errors.ts'
import { Stint } from '../transfer/stint.ts'
import type { Refusal } from './answers.ts'
import { type JsonBounds, JsonMeter, type JsonStep } from './json-meter.ts'

const maxBodyBytes = 1_000_000
const maxNesting = 64
const maxNameLength = 100

const ofOperation = {
  nesting: maxNesting,
  entries: maxInputItems,
  entriesInAll: maxRequestValues,
}
const ofFile = { nesting: maxNesting, entries: Infinity, entriesInAll: Infinity }

/** A body that isn't accepted, with the answer to it. */
export class BodyRefusedError extends Error {
  override name = 'BodyRefusedError'
  readonly refusal: Refusal
  /** How much of it was read before. */
  readBytes = 0
  constructor(status: number, message: string, more: Partial<Refusal> = {}) {
    super(message)
    this.refusal = { status, code: 'BAD_USER_INPUT', message, ...more }
  }
}

/**
 * Reads a JSON body as text, and refuses early what would cost much later: another type (a form or
 * plain text could be sent cross-site without asking), more than a megabyte, too slow, not UTF-8,
 * nested more deeply than sensible, or with more entries than any input may have. Entries are
 * counted here, because parsing too many would delay everybody.
 *
 * @throws BodyRefusedError
 */
export function readJsonBody(request: IncomingMessage, timeoutSeconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const check = checkBody(request, maxBodyBytes, ofOperation)
    const chunks: Buffer[] = []
    const timeout = setTimeout(() => refuse(lateError(timeoutSeconds)), timeoutSeconds * 1000)
    const stop = () => {
      clearTimeout(timeout)
      request.off('data', take).off('end', finish).off('error', refuse)
    }
    const refuse = (error: Error) => {
      stop()
      // The rest must not be read, but the refusal is sent over this socket.
      request.pause().once('error', () => {})
      if (error instanceof BodyRefusedError) error.readBytes = readBytes
      reject(error)
    }
    let excess: BodyRefusedError | undefined
    let readBytes = 0
    const take = (chunk: Buffer) => {
      readBytes += chunk.length
      try {
        const meter = check(chunk)
        if (excess) return
        chunks.push(chunk)
        if (!meter) return
        // The rest is discarded, so that the sender can read why it was refused.
        excess = tooManyEntries(meter, chunks)
        chunks.length = 0
      } catch (error) {
        refuse(error as Error)
      }
    }
    const finish = () => {
      stop()
      if (excess) return reject(Object.assign(excess, { readBytes }))
      try {
        resolve(decode(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
      } catch (error) {
        reject(error)
      }
    }
    request.on('data', take).on('end', finish).on('error', refuse)
  })
}

/** The limits of a body: its size, its duration, and how long it may pause. */
export type BodyLimits = {
  maxBytes: number
  timeoutSeconds: number
  stallSeconds: number
}

/** What a file may be sent as: nothing that a form could send from another site. */
const fileTypes = [
  ...['application/json', 'application/octet-stream', 'application/zip'],
  ...['text/calendar', 'text/csv', 'text/markdown'],
]

/**
 * The bytes of a file as they arrive, refused as early as `readJsonBody` does. Only what says that it is JSON
 * is measured as such.
 *
 * @throws BodyRefusedError
 */
export async function* readFileChunks(
  request: IncomingMessage,
  { maxBytes, timeoutSeconds, stallSeconds }: BodyLimits,
): AsyncGenerator<Uint8Array> {
  const check = checkBody(request, maxBytes, isJsonRequest(request) ? ofFile : undefined)
  const stint = new Stint()
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
  // Ending this loop must not destroy the socket, because the refusal is sent over it.
  const chunks: AsyncIterator<Buffer> = request.iterator({ destroyOnReturn: false })
  try {
    for (;;) {
      const { done, value: chunk } = await Promise.race([chunks.next(), late.promise])
      if (done) return
      await stint.do(() => check(chunk))
      stall.refresh()
      yield chunk
    }
  } finally {
    clearTimeout(timeout)
    clearTimeout(stall)
  }
}

/**
 * Checks the header of a request for what it says about the body, and returns a check of each
 * chunk. The check returns the meter once there are too many entries.
 *
 * @throws BodyRefusedError, as does the check
 */
function checkBody(
  request: IncomingMessage,
  maxBytes: number,
  bounds: JsonBounds | undefined,
): (chunk: Buffer) => JsonMeter | undefined {
  if (bounds && !isJsonRequest(request))
    throw new BodyRefusedError(415, 'The body must be JSON: send Content-Type: application/json')
  if (!fileTypes.includes(typeOf(request) ?? '')) {
    const message = `A file is sent with one of these types: ${fileTypes.join(', ')}`
    throw new BodyRefusedError(415, message)
  }
  const tooLarge = () =>
    new BodyRefusedError(413, `The body is larger than ${maxBytes.toLocaleString('en')} bytes`)
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const meter = bounds && new JsonMeter(bounds)
  let length = 0
  return (chunk) => {
    length += chunk.length
    if (length > maxBytes) throw tooLarge()
    const excess = meter?.take(chunk)
    if (excess === 'nesting') throw tooDeep()
    return excess && meter
  }
}

function typeOf(request: IncomingMessage): string | undefined {
  return request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
}

export function isJsonRequest(request: IncomingMessage): boolean {
  return typeOf(request) === 'application/json'
}

/**
 * The same bytes, as long as they are no JSON that is nested too deeply.
 *
 * @throws BodyRefusedError
 */
export async function* meterNesting(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const meter = new JsonMeter(ofFile)
  for await (const chunk of chunks) {
    if (meter.take(chunk) === 'nesting') throw tooDeep()
    yield chunk
  }
}

function tooDeep(): BodyRefusedError {
  return new BodyRefusedError(400, `The body is nested deeper than ${maxNesting} levels`)
}

/** The refusal has the form of an operation's error, because what is too long is usually a variable. */
function tooManyEntries(
  { excess, path: steps, isInList }: JsonMeter,
  chunks: readonly Buffer[],
): BodyRefusedError {
  const text = Buffer.concat(chunks)
  const [root, ...path] = excess === 'entries' ? steps.map((step) => readStep(step, text)) : []
  const limit =
    excess === 'entriesInAll' ? 'requestValues' : isInList ? 'inputItems' : 'inputFields'
  const isOfVariables = root === undefined || root === 'variables'
  const { code, message, issues } = limitExceeded(
    describeExcess(limit),
    isOfVariables ? path : [root, ...path],
  )
  return new BodyRefusedError(200, message, { code, issues })
}

function readStep(step: JsonStep, text: Buffer): string | number {
  if (typeof step === 'number') return step
  const quoted = text.toString('utf8', ...step)
  try {
    return String(JSON.parse(quoted)).slice(0, maxNameLength)
  } catch {
    return quoted.slice(0, maxNameLength)
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
