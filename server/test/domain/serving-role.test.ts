import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameServingRole } from '../../src/db/serving-role.ts'

test.each([
  ['tend', 'tend_api_tend'],
  ['neondb', 'tend_api_neondb'],
  ['a'.repeat(53), `tend_api_${'a'.repeat(53)}`],
])('the serving role of the database %s is %s', (database, role) => {
  expect(nameServingRole(database)).toBe(role)
})

const database = fc.oneof(
  fc.string({ minLength: 1, maxLength: 63, unit: fc.constantFrom('a', 'A', '_', '"', 'ä', '0') }),
  fc.string({ minLength: 52, maxLength: 63, unit: fc.constantFrom('a', '0') }),
)

test('each database has a role of its own, whose name needs no quotes and isn’t cut', () => {
  fc.assert(
    fc.property(database, database, (one, other) => {
      expect(nameServingRole(one)).toMatch(/^tend_api_[a-z0-9_]{1,54}$/)
      // A database can have the name that another one's hash would make.
      for (const rival of [other, nameServingRole(one).slice('tend_api_'.length)])
        if (rival !== one) expect(nameServingRole(rival)).not.toBe(nameServingRole(one))
    }),
  )
})
