import { afterAll, expect, test } from 'vitest'
import { schema } from '../src/schema.ts'
import { ask } from './support/ask.ts'
import { findTextSlots } from './support/id-slots.ts'
import { buildOperation, fillAccount } from './support/schema-operations.ts'
import { startTestApp } from './support/test-app.ts'

// Generated from the schema, so a new text is covered the day it appears.

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const ada = await app.createPerson('ada')
const own = await fillAccount(schema, ada, 'Anything')
type Slot = ReturnType<typeof findTextSlots>[number]
/** The same filter and order are at many fields, and are read by the same code. */
const seen = new Set<string>()
const slots = findTextSlots(schema).filter(({ field, path }) => {
  const name = path[0] === 'filter' ? path.join('.') : `${field.name}(${path.join('.')})`
  return !seen.has(name) && seen.add(name)
})

test('the schema has inputs for texts, nested ones too', () => {
  const names = slots.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['mutation createTask(input.title)', 'query parseQuickAdd(text)']),
  )
})

test.each(slots)(
  '$name accepts half a character and U+0000, or says what is wrong',
  async (slot) => {
    for (const text of ['\ud800', 'half \udfff one', 'a\0b']) {
      const { status, errors } = await write(slot, text)
      const codes = (errors ?? []).map(({ extensions }) => extensions.code)
      expect({ status, codes }).toMatchObject({
        status: expect.toSatisfy((code: number) => code < 500),
        codes: expect.not.arrayContaining(['INTERNAL_SERVER_ERROR', 'SERVICE_UNAVAILABLE']),
      })
    }
  },
)

// A database's driver would store another character instead, without an error.
test.each(slots.filter(isKept))('$name stores no half a character', async (slot) => {
  const { status, errors } = await write(slot, 'half \udfff one')
  expect({ status, code: errors?.[0]?.extensions.code }).toMatchObject({
    status: expect.toSatisfy((code: number) => code < 500),
    code: expect.toSatisfy((code) => code === 'BAD_USER_INPUT' || code === 'NOT_FOUND'),
  })
  // A problem of one of several tasks is reported for that task, and a missing parent before an id.
  const isNamed = slot.path.length === 2 && slot.path[1] !== 'id'
  const paths = errors?.[0]?.extensions.issues?.map(({ path }) => path.join('.'))
  if (isNamed && paths) expect(paths).toContainEqual(expect.stringContaining(slot.path.join('.')))
})

/** Whether what is written is stored: a filter's texts and the notes a change was made from are only compared. */
function isKept({ operation, path }: Slot): boolean {
  return operation === 'mutation' && !path.some((name) => /^(?:filter|descriptionBase)$/.test(name))
}

function write(slot: Slot, text: string) {
  const operation = buildOperation(schema, slot, text, own)
  return ask(app.url, operation, { authorization: `Bearer ${ada.token}` })
}
