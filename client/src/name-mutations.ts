type Variables = Readonly<Record<string, unknown>>

export type NamedMutations = {
  variables: Variables
  /** Whether each of them has a name, so that it happens once, however often it is sent. */
  isRepeatable: boolean
}

// What could hide an `input:` that is none.
const textsAndComments = /"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|#.*/g

/** Gives a `newMutationId` to every mutation of a document whose input is a variable and has no name yet. */
export function nameMutations(document: string, variables: Variables): NamedMutations {
  const inputs = document
    .replace(textsAndComments, '')
    .matchAll(/(?<!\$)\binput\s*:\s*(?:\$(\w+))?/g)
  const names = Array.from(inputs, ([, name]) => name)
  const named: Record<string, unknown> = { ...variables }
  let isRepeatable = names.length > 0
  for (const name of names) {
    const input = name === undefined ? undefined : variables[name]
    // Two mutations with one input would have one name, and the second would be taken for the first.
    const isShared = names.indexOf(name) !== names.lastIndexOf(name)
    if (name === undefined || !isObject(input) || isShared) isRepeatable = false
    else if (input.idempotencyKey == null && input.newMutationId == null)
      named[name] = { ...input, newMutationId: createMutationId() }
  }
  return { variables: named, isRepeatable }
}

/** A UUID of version 7, which says when it was made (RFC 9562, section 5.7). */
export function createMutationId(nowMs: number = Date.now()): string {
  const time = nowMs.toString(16).padStart(12, '0')
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = '89ab'[Number.parseInt(random.slice(3, 4), 16) % 4]
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${random.slice(0, 3)}`,
    `${variant}${random.slice(4, 7)}`,
    random.slice(8),
  ].join('-')
}

function isObject(value: unknown): value is Variables {
  return typeof value === 'object' && value !== null
}
