import type { ServerResponse } from 'node:http'
import type { TransferLimits } from './door-request.ts'

/**
 * Cuts an answer off that has been made, when its reader stands still or is too slow for all of it:
 * until the last of it has left, all of it is held in memory.
 */
export function cutWhenUnread(
  response: ServerResponse,
  { stallSeconds, leastBytesPerSecond }: TransferLimits,
): void {
  response.once('prefinish', () => {
    const length = response.writableLength
    if (length === 0) return
    const cut = () => response.destroy()
    response.setTimeout(stallSeconds * 1000, cut)
    const seconds = stallSeconds + length / leastBytesPerSecond
    const tooSlow = setTimeout(cut, seconds * 1000).unref()
    response.once('close', () => clearTimeout(tooSlow))
  })
}
