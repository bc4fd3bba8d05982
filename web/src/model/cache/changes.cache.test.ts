import { gql } from '@urql/core'
import { expect, test } from 'vitest'
import { pipe, subscribe } from 'wonka'
import { Undo } from '../actions/changes.ts'
import { LiveChanges } from '../documents/live-documents.ts'
import { inboxList, makeList, makeTask, startCache } from './support/test-cache.ts'

const TaskOnPage = gql<{ task: object | null }, { id: string }>(`
  query TaskOnPage($id: ID!) {
    task(id: $id) {
      id
      title
    }
  }
`)
const inbox = { kind: 'inbox' } as const
const today = { kind: 'today' } as const
const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)

test('a task that was changed elsewhere goes where it belongs now', async () => {
  const { load, show, receive } = await startListening()
  await load(inbox, [makeTask('4'), makeTask('6')])
  await load(today, [])
  await receive([
    changed('TASK', makeTask('6', { position: 'a1', dueOn: yesterday })),
    changed('TASK', makeTask('5')),
    changed('TASK', makeTask('4', { completed: true })),
  ])
  expect([show(inbox), show(today)]).toEqual([['6', '5'], ['6']])
})

test('a task that is gone for good leaves every place', async () => {
  const { load, show, receive } = await startListening()
  await load(inbox, [makeTask('4'), makeTask('6')])
  await receive([{ ...changed('TASK', makeTask('4')), deleted: true, node: null }])
  expect(show(inbox)).toEqual(['6'])
})

test('one that is open is asked for again when it is gone for good, and then it isn’t there', async () => {
  const { api, client, load, receive } = await startListening()
  await load(inbox, [makeTask('4'), makeTask('6')])
  const seen: unknown[] = []
  const open = (id: string) =>
    pipe(
      client.query(TaskOnPage, { id }, { requestPolicy: 'cache-first' }),
      subscribe(({ data }) => data && seen.push(data.task && id)),
    )
  open('4')
  open('6')
  expect(seen).toEqual(['4', '6'])
  const before = api.requests.length
  const change = { ...changed('TASK', makeTask('4')), deleted: true, node: null }
  await Promise.all([receive([change]), api.answer({ task: null })])
  await expect.poll(() => seen.at(-1)).toBeNull()
  expect(api.requests.slice(before + 1).map(({ variables }) => variables)).toEqual([{ id: '4' }])
})

test('a list that was archived elsewhere has the places loaded again that leave its tasks out', async () => {
  const home = makeList('home')
  const { load, show, receive } = await startListening([inboxList, home])
  await load(today, [makeTask('4', { dueOn: yesterday, list: home })])
  await receive([changed('LIST', { ...home, archivedAt: '2026-03-01T00:00:00.000Z' })])
  expect(show(today)).toEqual([])
})

test('a list that was only renamed elsewhere leaves the places as they are', async () => {
  const home = makeList('home')
  const { load, show, receive } = await startListening([inboxList, home])
  await load(today, [makeTask('4', { dueOn: yesterday, list: home })])
  await receive([changed('LIST', { ...home, name: 'House' })])
  expect(show(today)).toEqual(['4'])
})

test('what an undo gave back goes where it belongs', async () => {
  const { api, load, show, run } = await startCache()
  await load(inbox, [makeTask('6')])
  api.answer({
    undo: {
      __typename: 'UndoPayload',
      mutationId: 'm2',
      changes: [changed('TASK', makeTask('4'))],
    },
  })
  await run(Undo, { input: { mutationId: 'm1' } })
  expect(show(inbox)).toEqual(['4', '6'])
})

async function startListening(lists = [inboxList]) {
  const cache = await startCache(lists)
  return {
    ...cache,
    async receive(changes: object[]): Promise<void> {
      cache.api.answer({
        changes: { __typename: 'ChangePage', cursor: 'c', resetRequired: false, changes },
      })
      await new Promise<void>((resolve) => cache.follow(LiveChanges, { since: 'b' }, resolve))
    },
  }
}

function changed(entityType: string, node: { id: string; [field: string]: unknown }) {
  return { __typename: 'Change', id: node.id, entityType, deleted: false, node }
}
