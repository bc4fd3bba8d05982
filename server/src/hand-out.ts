/**
 * Hands out one by one what is claimed together, to several who ask at once. Undefined once there was nothing to
 * claim.
 */
export function handOut<One>(claim: () => Promise<One[]>): () => Promise<One | undefined> {
  const ready: One[] = []
  let claiming: Promise<boolean> | undefined

  async function fill(): Promise<boolean> {
    try {
      const claimed = await claim()
      ready.push(...claimed)
      return claimed.length > 0
    } finally {
      claiming = undefined
    }
  }

  return async function takeNext() {
    while (ready.length === 0) {
      claiming ??= fill()
      if (!(await claiming)) return undefined
    }
    return ready.shift()
  }
}
