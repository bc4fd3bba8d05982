import { randomBytes, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { schema } from '../../src/schema.ts'
import { ask } from '../support/ask.ts'
import { type Filling, findIdSlots, type IdSlot } from '../support/id-slots.ts'
import {
  fieldOf,
  type IsolationFinding,
  listRootFields,
  type RootField,
} from '../support/isolation-matrix.ts'
import { followLive } from '../support/live-changes.ts'
import type { Person } from '../support/person.ts'
import { countRowsOf, readRowsOf } from '../support/rows.ts'
import { buildCall, buildOperation, fillAccount, selectAll } from '../support/schema-operations.ts'
import { startTestApp } from '../support/test-app.ts'

// Generated from the schema: every input for an id is tried with another person's id and with an
// unused one, and must not tell them apart; a field without such an input is queried as it is. A
// new field is covered the day it appears. The results are added to the report, from which `npm run
// isolation` makes a table.

const victimsWords = 'Nobody else may read this'
const slots = findIdSlots(schema)
const fieldsWithoutIds = listRootFields(schema).filter(
  ({ name }) => !slots.some((slot) => fieldOf(slot.name) === name),
)
/** Kinds of objects whose ids Better Auth gives: texts that are no UUIDs. */
const authKinds = ['User', 'Session']

test('the schema has inputs for ids, nested ones too', () => {
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

  /** Everything that differs between two people who do the same is made equal. */
  function mask(text: string, stranger: Person, id: string): string {
    return text
      .replaceAll(JSON.stringify(id).slice(1, -1), '<id>')
      .replaceAll(stranger.userId, '<user>')
      .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi, '<uuid>')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')
      .replaceAll(/"(\w*cursor|position|\w*token|address|secret)":"[^"]*"/gi, '"$1":"<opaque>"')
  }

  async function createStranger() {
    const stranger = await app.createPerson('stranger')
    return { stranger, own: await fillAccount(schema, stranger, 'Anything') }
  }
  const lasting = await createStranger()

  async function tryId(slot: IdSlot, choose: (own: Filling) => string) {
    // Each operation that can change an account gets a new one; filters can't, and there are many.
    const changes = slot.operation === 'mutation' && !slot.path.includes('filter')
    const { stranger, own } = changes ? await createStranger() : lasting
    const id = choose(own)
    const rowsBefore = await countRowsOf(app.owner, stranger.userId)
    const { status, text } = await ask(app.url, buildOperation(schema, slot, id, own), {
      authorization: `Bearer ${stranger.token}`,
      'x-request-id': 'the-same-for-all',
    })
    const rowsAfter = await countRowsOf(app.owner, stranger.userId)
    return {
      status,
      text: mask(text, stranger, id),
      leaks: leaks(text),
      code: JSON.parse(text).errors?.[0]?.extensions.code as string | undefined,
      newRows: Object.entries(rowsAfter).map(([table, count]) => [
        table,
        count - (rowsBefore[table] ?? 0),
      ]),
    }
  }

  const leaks = (text: string) => [victimsWords, victim.email].some((words) => text.includes(words))

  test.each(
    slots.filter(({ name }) =>
      /^query (task|list|nodes?)\(ids?\)|^mutation completeTask/.test(name),
    ),
  )(
    '$name tells one’s own id from an unused one, so the ids arrive where they should',
    async (slot) => {
      const kind = slot.field.name === 'list' ? 'List' : 'Task'
      const own = await tryId(slot, ({ ids }) => ids[kind] ?? '')
      expect(own).not.toEqual(await tryId(slot, () => randomUUID()))
    },
  )

  test.for(slots)(
    '$name doesn’t tell another person’s id from an unused one',
    async (slot, { task }) => {
      const before = await readRowsOf(app.owner, victim.userId)
      const freeUuid = await tryId(slot, () => randomUUID())
      const freeAuthId = await tryId(slot, () => randomBytes(16).toString('hex'))
      const answers: { kind: string; answer: Awaited<ReturnType<typeof tryId>> }[] = []
      for (const [kind, id] of Object.entries(theirs.ids))
        answers.push({ kind, answer: await tryId(slot, () => id) })
      const after = await readRowsOf(app.owner, victim.userId)

      const isLikeFree = ({ kind, answer }: (typeof answers)[number]) =>
        isDeepStrictEqual(answer, authKinds.includes(kind) ? freeAuthId : freeUuid)
      task.meta.isolation = finding(fieldOf(slot.name), {
        answer: answers.every(isLikeFree),
        rows: isDeepStrictEqual(after, before),
        words: !answers.some(({ answer }) => answer.leaks),
      })
      expect(freeUuid.code).not.toBe('INTERNAL_SERVER_ERROR')
      for (const { kind, answer } of answers)
        expect(answer, kind).toEqual(authKinds.includes(kind) ? freeAuthId : freeUuid)
      for (const { answer } of answers) expect(answer.leaks).toBe(false)
      expect(after).toEqual(before)
    },
  )

  test.for(fieldsWithoutIds)(
    '$name returns and changes nothing of another person’s',
    async (root, { task }) => {
      const before = await readRowsOf(app.owner, victim.userId)
      const text = await askFor(root)
      const after = await readRowsOf(app.owner, victim.userId)
      task.meta.isolation = finding(root.name, {
        rows: isDeepStrictEqual(after, before),
        words: !leaks(text),
      })
      expect(text).toContain('"data":{')
      expect(leaks(text)).toBe(false)
      expect(after).toEqual(before)
    },
  )

  async function askFor({ operation, field }: RootField): Promise<string> {
    const { stranger, own } = operation === 'mutation' ? await createStranger() : lasting
    const call = buildCall(schema, operation, field, own, selectAll(schema, field.type))
    if (operation !== 'subscription') return (await stranger.gql(call.query, call.variables)).text
    using live = await followLive(app.url, stranger, null, call.query)
    return JSON.stringify((await live.next())?.data)
  }

  function finding(field: string, withstood: IsolationFinding['withstood']): IsolationFinding {
    return { field, layer: isolation, withstood }
  }
})
