import type { Logger } from '../logger.ts'
import { actorOf, type Viewer } from './viewer.ts'

export type UseNotesOptions = {
  /** Records that the viewer's session or access token was used. */
  write(viewer: Viewer): Promise<void>
  logger: Logger
}

/**
 * Records uses in the background, so that requests neither wait for it nor fail with it: one after the other,
 * because all live results are due at the same moment and would take every connection.
 */
export function createUseNotes({ write, logger }: UseNotesOptions): (viewer: Viewer) => void {
  const waiting = new Map<string, Viewer>()
  let isWriting = false

  async function writeAll(): Promise<void> {
    isWriting = true
    try {
      for (const [key, viewer] of waiting) {
        waiting.delete(key)
        await write(viewer)
      }
    } catch (error) {
      // Those that are still in use will be due again.
      waiting.clear()
      logger.warn({ err: error }, 'the last use of a session or token could not be written down')
    } finally {
      isWriting = false
    }
  }

  return (viewer) => {
    waiting.set(actorOf(viewer), viewer)
    if (!isWriting) void writeAll()
  }
}
