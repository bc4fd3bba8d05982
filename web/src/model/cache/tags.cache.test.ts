import { expect, test } from 'vitest'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import { TagFields } from '../documents/fields.ts'
import { ShellQuery } from '../documents/shell.query.ts'
import { DeleteTag, MergeTags, UpdateTag } from '../documents/tag.mutations.ts'
import { makeTask, startCache } from './support/test-cache.ts'

const inbox = { kind: 'inbox' } as const
const errands = { kind: 'tag', id: 'errand' } as const
const outings = { kind: 'tag', id: 'out' } as const

test('a deleted tag is off its tasks at once, and on them again when that is refused', async () => {
  const { api, run, show, names } = await startTagged()
  const answer = api.hold()
  const done = run(DeleteTag, { input: { id: 'errand' } })
  expect([show(errands), show(inbox), names()]).toEqual([[], ['1', '2'], ['out']])
  answer(undefined)
  await done
  expect([show(errands), names()]).toEqual([['1'], ['errand', 'out']])
})

test('tasks of a merged tag have the other one at once, each of them once', async () => {
  const { run, show, names } = await startTagged()
  void run(MergeTags, { input: { fromIds: ['errand'], intoId: 'out' } })
  expect([show(errands), show(outings), names()]).toEqual([[], ['1', '2'], ['out']])
})

test('a renamed tag has its new name wherever it is shown', async () => {
  const { run, names } = await startTagged()
  void run(UpdateTag, { input: { id: 'errand', name: 'chore' } })
  expect(names()).toEqual(['chore', 'out'])
})

/** The task 1 has both tags, the task 2 the second one. */
async function startTagged() {
  const tags = ['errand', 'out'].map((name) => ({
    __typename: 'Tag' as const,
    id: name,
    name,
    color: null,
  }))
  const cache = await startCache(undefined, tags)
  const both = makeTask('1', { tags })
  const one = makeTask('2', { tags: tags.slice(1) })
  await cache.load(inbox, [both, one])
  await cache.load(errands, [both])
  await cache.load(outings, [both, one])
  function names(): string[] {
    const shell = cache.client.readQuery(ShellQuery, {}, { requestPolicy: 'cache-only' })
    const shown = getFragmentData(TagFields, shell?.data?.tags.nodes ?? [])
    return shown.map(({ name }) => name).toSorted()
  }
  return { ...cache, names }
}
