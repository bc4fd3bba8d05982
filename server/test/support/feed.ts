import type { Json } from './ask.ts'
import type { Person } from './person.ts'
import { runMutation } from './run-mutation.ts'

/** Creates a calendar address, and gives it where this app answers: the address itself names the configured one. */
export async function createFeed(
  person: Person,
  input: { name?: string; viewId?: string } = {},
): Promise<{ feed: Json; address: string; secret: string }> {
  const payload = 'address feed { id name viewId lastReadAt createdAt }'
  const { feed, address } = await runMutation(
    person,
    'createFeed',
    { name: 'My tasks', ...input },
    payload,
  )
  const { pathname } = new URL(address)
  const secret = /^\/feeds\/(\w+)\.ics$/.exec(pathname)?.[1]
  if (!secret) throw new Error(`An address of a calendar was expected, found ${pathname}`)
  return { feed, address: `${person.url}${pathname}`, secret }
}

/** What a calendar app gets. @throws Error for anything but a calendar */
export async function readFeed(address: string): Promise<string> {
  const response = await fetch(address)
  const text = await response.text()
  if (response.status !== 200)
    throw new Error(`A calendar was expected, found ${response.status}: ${text}`)
  return text
}
