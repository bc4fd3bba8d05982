import { setImmediate } from 'node:timers/promises'

// Loaded into the API's process beside main.ts: reports how much memory is left after a garbage
// collection.

export type Memory = {
  /** The size of objects, and of the buffers that belong to them. */
  heldBytes: number
  residentBytes: number
}

process.on('message', async () => {
  // What the first collection frees may hold on to more until the next turn.
  for (let sweep = 0; sweep < 3; sweep += 1) {
    globalThis.gc?.()
    await setImmediate()
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  const memory: Memory = { heldBytes: heapUsed + external, residentBytes: rss }
  process.send?.(memory)
})
process.channel?.unref()
