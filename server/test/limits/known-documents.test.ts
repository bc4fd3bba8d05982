import { type ExecutionArgs, parse } from 'graphql'
import { expect, test } from 'vitest'
import { compileQueries, type QueriesByName } from '../../src/graphql/compile-queries.plugin.ts'
import { KnownDocuments } from '../../src/graphql/known-documents.ts'
import { schema } from '../../src/schema.ts'

// Documents are cached for everybody, so one person may not fill the cache.

const document = parse('{ me { id } }')
const textOf = (nth: number) => `{ me { id } } # ${nth}`

test('a person’s own documents are evicted before those of others, however many they send', () => {
  const known = new KnownDocuments()
  known.remember('app', document, 'ada')
  known.remember('bob’s own', document, 'bob')
  for (let nth = 0; nth < 5_000; nth += 1) known.remember(textOf(nth), document, 'eve')
  expect(known.find('app', null, 'ada')).toBe(document)
  expect(known.find('bob’s own', null, 'bob')).toBe(document)
  expect(known.find(textOf(4_999), null, 'eve')).toBe(document)
  expect(known.find(textOf(4_899), null, 'eve')).toBeUndefined()
})

test('documents that several people use stay, however many others are sent', () => {
  const known = new KnownDocuments()
  for (const userId of ['ada', 'bob']) known.remember('app', document, userId)
  for (let nth = 0; nth < 5_000; nth += 1) known.remember(textOf(nth), document, `eve ${nth % 500}`)
  expect(known.find('app', null, 'ada')).toBe(document)
})

test('a thousand documents are kept in all, the most recently used', () => {
  const known = new KnownDocuments()
  for (let nth = 0; nth < 3_000; nth += 1) known.remember(textOf(nth), document, `one ${nth}`)
  const found = Array.from({ length: 3_000 }, (_, nth) =>
    known.find(textOf(nth), null, `one ${nth}`),
  )
  expect(found.flatMap((one, nth) => (one ? [nth] : []))).toEqual(
    Array.from({ length: 1_000 }, (_, nth) => 2_000 + nth),
  )
})

test('operation names that a document lacks aren’t kept with its compiled code', () => {
  const known: QueriesByName = new WeakMap()
  const plugin = compileQueries(known)
  const two = parse('query A { me { id } } query B { me { name } }')
  const run = (operationName: string) => {
    const args = { schema, document: two, operationName } as ExecutionArgs
    plugin.onExecute?.({ args, executeFn: () => ({}), setExecuteFn: () => {} } as never)
  }
  for (let nth = 0; nth < 1_000; nth += 1) for (const name of ['A', 'B', `C${nth}`]) run(name)
  expect([...(known.get(two)?.keys() ?? [])]).toEqual(['A', 'B'])
})
