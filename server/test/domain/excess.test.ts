import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeExcess, findExcess, type LimitName } from '../../src/domain/excess.ts'

test.each<[LimitName, number, string]>([
  [
    'lists',
    1_000,
    'You can have 1,000 lists, those in the trash included, and this would make 1,001. Delete some for good first.',
  ],
  [
    'tagsOfTask',
    50,
    'A task can have 50 tags, and this would make 51. Leave some out, or take some off.',
  ],
  ['bulk', 1_000, 'At most 1,000 can be changed at once, and this names 1,001. Split them up.'],
])(
  '%s: %s is allowed, and one more is reported with both figures and the remedy',
  (limit, max, message) => {
    expect(findExcess(limit, max)).toBeUndefined()
    expect(findExcess(limit, max + 1)).toEqual({ limit, max, found: max + 1, message })
  },
)

test('an uncounted excess is called more, and the figure can be overridden', () => {
  expect(describeExcess('exportBytes', { max: 10 }).message).toBe(
    'One file has up to 10 bytes, and this one would have more. Page through the GraphQL API instead.',
  )
})

test('LIMIT_EXCEEDED is created in one file', () => {
  const source = join(import.meta.dirname, '../../src')
  const makers = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) =>
      /AppError\(\s*'LIMIT_EXCEEDED'/.test(readFileSync(join(source, name), 'utf8')),
    )
  expect(makers).toEqual(['errors.ts'])
})
