import { createECDH, createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { insertReminders } from '../../test/support/many-reminders.ts'
import { createPerson, type Person } from '../../test/support/person.ts'
import { runMutation } from '../../test/support/run-mutation.ts'

type Endpoint = Parameters<typeof createPerson>[0]

/** People with a browser each that is subscribed at an origin. */
export async function createSubscribers(
  endpoint: Endpoint,
  count: number,
  origin: string,
): Promise<Person[]> {
  const keys = createECDH('prime256v1')
  const p256dh = keys.generateKeys('base64url')
  const people: Person[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const person = await createPerson(endpoint, `person${nth}`)
    const auth = randomBytes(16).toString('base64url')
    const browser = { endpoint: `${origin}/push/${nth}`, p256dh, auth }
    await runMutation(person, 'createPushSubscription', browser, 'mutationId')
    people.push(person)
  }
  return people
}

/**
 * Lets so many reminders be due one after the other within some time, the next one always somebody else's.
 *
 * @returns when each is due, by its mail's subject and by its push's Topic
 */
export async function scheduleReminders(
  owner: Endpoint['owner'],
  people: readonly Person[],
  { count, from, withinMs }: { count: number; from: Date; withinMs: number },
): Promise<Map<string, number>> {
  const gapMs = withinMs / count
  for (const [nth, { userId, name }] of people.entries())
    await insertReminders(owner, {
      ...{ userId, title: name, count: Math.ceil((count - nth) / people.length) },
      ...{ from: new Date(from.getTime() + nth * gapMs), stepMs: people.length * gapMs },
    })
  const { rows } = await sql<{ title: string; id: string; at: string }>`
    select title, reminders -> 0 ->> 'id' as id, reminders -> 0 ->> 'snoozedUntil' as at
    from task where reminders is not null`.execute(owner)
  return new Map(
    rows.flatMap(({ title, id, at }) => {
      const topic = createHash('sha256').update(id).digest('base64url').slice(0, 32)
      return [`Reminder: ${title}`, topic].map((what) => [what, Date.parse(at)] as const)
    }),
  )
}
