import { createHash } from 'node:crypto'

/**
 * The id of a demo object: the same on every run, so that a second run creates nothing twice, and
 * different for each owner. A UUID of version 8 (RFC 9562, section 5.8): ours to derive.
 */
export function toDemoId(owner: string, name: string | number): string {
  const bytes = createHash('sha256').update(`tend:demo:${owner}:${name}`).digest().subarray(0, 16)
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x80
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [8, 12, 16, 20, 32]
    .map((end, part, ends) => hex.slice(part === 0 ? 0 : ends[part - 1], end))
    .join('-')
}
