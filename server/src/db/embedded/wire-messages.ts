/**
 * The few messages of PostgreSQL's wire protocol that the embedded server reads or writes itself.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */

export const protocol30 = 196_608
export const sslRequest = 80_877_103
export const gssRequest = 80_877_104
export const cancelRequest = 80_877_102

export function message(type: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? cString(part) : part)))
  const head = Buffer.alloc(5)
  head.write(type, 0, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

export function cString(text: string): Buffer {
  return Buffer.from(`${text}\0`)
}

export function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32BE(value)
  return buffer
}

/** Asks for a proof by one of these mechanisms, whose list ends with an empty one. */
export function askForProof(mechanism: string): Buffer {
  return message('R', int32(10), mechanism, '')
}

export function challenge(text: string): Buffer {
  return message('R', int32(11), Buffer.from(text))
}

export function proof(text: string): Buffer {
  return message('R', int32(12), Buffer.from(text))
}

/** The content of a SASLInitialResponse; undefined when it isn't one, or for another mechanism. */
export function readInitialResponse(body: Buffer, mechanism: string): string | undefined {
  const head = cString(mechanism)
  const textAt = head.length + 4
  if (!body.subarray(0, head.length).equals(head) || body.length < textAt) return undefined
  return body.readInt32BE(head.length) === body.length - textAt
    ? body.toString('utf8', textAt)
    : undefined
}

export function errorMessage(sqlState: string, text: string): Buffer {
  return message(
    'E',
    cString('SFATAL'),
    cString('VFATAL'),
    cString(`C${sqlState}`),
    cString(`M${text}`),
    Buffer.from([0]),
  )
}

/** The answer to a valid proof: authenticated, the parameters that a driver reads, and ready. */
export function welcome(serverVersion: string): Buffer {
  const parameters = {
    server_version: serverVersion,
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    TimeZone: 'UTC',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
  }
  return Buffer.concat([
    message('R', int32(0)),
    ...Object.entries(parameters).map(([name, value]) => message('S', name, value)),
    message('K', int32(0), int32(0)),
    message('Z', Buffer.from('I')),
  ])
}

const lengthOfLength = 4
// PostgreSQL's own limits: nobody without the password can make us use much memory.
const maxStartUpLength = 10_000
const maxLength = 0x3fff_ffff

/**
 * Cuts the first whole message off a buffer, or gives undefined while it has not arrived whole.
 * A start-up message has no type byte.
 *
 * @throws RangeError for a length that no message can have
 */
export function takeMessage(
  buffer: Buffer,
  phase: 'start-up' | 'challenge' | 'proof' | 'ready',
): { type: string; whole: Buffer; rest: Buffer } | undefined {
  const lengthAt = phase === 'start-up' ? 0 : 1
  if (buffer.length < lengthAt + lengthOfLength) return undefined
  const length = buffer.readInt32BE(lengthAt)
  const maximum = phase === 'ready' ? maxLength : maxStartUpLength
  if (length < lengthOfLength || length > maximum)
    throw new RangeError(`A message length from 4 to ${maximum} was expected, found ${length}`)
  const end = lengthAt + length
  if (buffer.length < end) return undefined
  const type = phase === 'start-up' ? '' : String.fromCharCode(buffer[0] ?? 0)
  return { type, whole: buffer.subarray(0, end), rest: buffer.subarray(end) }
}

/** The transaction state in the last ReadyForQuery of an answer: idle, open or failed. */
export function transactionState(answer: Uint8Array): 'I' | 'T' | 'E' | undefined {
  // ReadyForQuery is always the last message of an answer, and always six bytes: Z, 0005, state.
  const at = answer.length - 6
  if (at < 0 || answer[at] !== 0x5a || answer[at + 4] !== 5) return undefined
  return String.fromCharCode(answer[at + 5] ?? 0) as 'I' | 'T' | 'E'
}
