import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'
import { ask } from '../support/ask.ts'
import { type Filling, findIdSlots, type IdSlot } from '../support/id-slots.ts'
import type { Person } from '../support/person.ts'
import { readRowsOf } from '../support/rows.ts'
import { buildOperation, fillAccount } from '../support/schema-operations.ts'
import { startTestApp } from '../support/test-app.ts'

// Generated from the schema: whatever has a place for an id is tried with somebody else's and with
// one that nobody has, and must not tell them apart. A new field is covered the day it appears.

const victimsWords = 'Nobody else may read this'
const slots = findIdSlots(schema)

test('the schema has places for ids, nested ones too', () => {
  const names = slots.map((slot) => slot.name)
  expect(names).toEqual(
    expect.arrayContaining([
      'query task(id)',
      'query nodes(ids)',
      'mutation updateTask(input.listId)',
    ]),
  )
})

describe.each(['policies-only', 'scoping-only'] as const)('with %s', async (isolation) => {
  const app = await startTestApp({ isolation })
  afterAll(() => app[Symbol.asyncDispose]())
  const victim = await app.createPerson('victim')
  const theirs = await fillAccount(schema, victim, victimsWords)

  /** Everything that differs between two strangers who do the same is made the same. */
  function mask(text: string, stranger: Person, id: string): string {
    return text
      .replaceAll(JSON.stringify(id).slice(1, -1), '<id>')
      .replaceAll(stranger.userId, '<user>')
      .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi, '<uuid>')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')
      .replaceAll(/"(\w*cursor|position|\w*token)":"[^"]*"/gi, '"$1":"<opaque>"')
  }

  async function createStranger() {
    const stranger = await app.createPerson('stranger')
    return { stranger, own: await fillAccount(schema, stranger, 'Anything') }
  }
  const lasting = await createStranger()

  async function tryId(slot: IdSlot, choose: (own: Filling) => string) {
    // What can change an account gets a new one each time; filters can't, and there are many.
    const changes = slot.operation === 'mutation' && !slot.path.includes('filter')
    const { stranger, own } = changes ? await createStranger() : lasting
    const id = choose(own)
    const rowsBefore = await countRows(stranger)
    const { status, text } = await ask(app.url, buildOperation(schema, slot, id, own), {
      authorization: `Bearer ${stranger.token}`,
      'x-request-id': 'the-same-for-all',
    })
    for (const secret of [victimsWords, victim.email]) expect(text).not.toContain(secret)
    const rowsAfter = await countRows(stranger)
    return {
      status,
      text: mask(text, stranger, id),
      code: JSON.parse(text).errors?.[0]?.extensions.code as string | undefined,
      newRows: rowsAfter.map(([table, count], index) => [
        table,
        count - (rowsBefore[index]?.[1] ?? 0),
      ]),
    }
  }

  async function countRows(stranger: Person): Promise<[table: string, count: number][]> {
    const rows = await readRowsOf(app.owner, stranger.userId)
    return Object.entries(rows).map(([table, found]) => [table, found.length])
  }

  test.each(
    slots.filter(({ name }) =>
      /^query (task|list|nodes?)\(ids?\)|^mutation completeTask/.test(name),
    ),
  )(
    '$name tells one’s own id from a free one, so the ids arrive where they are meant to',
    async (slot) => {
      const kind = slot.field.name === 'list' ? 'List' : 'Task'
      const own = await tryId(slot, ({ ids }) => ids[kind] ?? '')
      expect(own).not.toEqual(await tryId(slot, () => randomUUID()))
    },
  )

  test.each(slots)('$name tells another’s id from a free one in no way', async (slot) => {
    const before = await readRowsOf(app.owner, victim.userId)
    const freeUuid = await tryId(slot, () => randomUUID())
    const freePerson = await tryId(slot, () => randomBytes(16).toString('hex'))
    expect(freeUuid.code).not.toBe('INTERNAL_SERVER_ERROR')
    for (const [kind, id] of Object.entries(theirs.ids)) {
      const answer = await tryId(slot, () => id)
      expect(answer, kind).toEqual(kind === 'User' ? freePerson : freeUuid)
    }
    expect(await readRowsOf(app.owner, victim.userId)).toEqual(before)
  })
})
