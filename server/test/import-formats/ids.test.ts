import { expect, test } from 'vitest'
import { readSample } from './read-sample.ts'
import { samples } from './samples.ts'

const bytesOf = (name: string) => samples[name] ?? { name: '', bytes: new Uint8Array() }
const idsOf = (...given: Parameters<typeof readSample>) =>
  readSample(...given).file.tasks.map(({ id }) => id)

test.each(Object.keys(samples))('%s read again, on another day, has the same ids', (name) => {
  const later = { now: '2026-12-24T10:00:00.000Z' }
  expect(idsOf(bytesOf(name), later)).toEqual(idsOf(bytesOf(name)))
  expect(new Set(idsOf(bytesOf(name))).size).toBe(idsOf(bytesOf(name)).length)
})

test('what is inserted into a file without ids leaves the ids of the rest', () => {
  const before = '# List\n- [ ] Milk\n  - [ ] Oat\n- [ ] Milk\n'
  const after =
    '# List\n- [ ] Bread\n- [ ] Milk\n  - [ ] Rice\n  - [ ] Oat\n- [ ] Milk\n- [ ] Milk\n'
  const old = idsOf({ name: 'a.md', bytes: before })
  const all = idsOf({ name: 'a.md', bytes: after })
  expect(all.filter((id) => old.includes(id))).toEqual(old)
  expect(all).toHaveLength(6)
})

test('two people have no id in common', () => {
  const [ada, bob] = ['ada', 'bob'].map((userId) => idsOf(bytesOf('google'), { userId }))
  expect(new Set(ada).intersection(new Set(bob)).size).toBe(0)
})
