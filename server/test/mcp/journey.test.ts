import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccessToken } from '../support/access-token.ts'
import { type Agent, connectAgent } from '../support/agent.ts'
import type { Person } from '../support/person.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

// What an agent does in a session, by the official client, over both kinds of the protocol.

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.[Symbol.asyncDispose]())

describe.each([
  ['2026-07-28', 'auto'],
  ['2025-11-25', 'legacy'],
] as const)('an agent that speaks %s', (revision, mode) => {
  let person: Person
  let agent: Agent
  beforeAll(async () => {
    person = await app.createPerson('ada')
    await person.data('mutation { updateMe(input: { timeZone: "Europe/Berlin" }) { mutationId } }')
    const scopes = ['TASKS_READ', 'TASKS_WRITE', 'ACCOUNT_READ']
    const { bearer } = await createAccessToken(person, { scopes, name: 'Agent' })
    agent = await connectAgent(bearer, mode)
  })
  afterAll(() => agent?.[Symbol.asyncDispose]())

  test('is told the tools and how to use them', async () => {
    expect(agent.client.getNegotiatedProtocolVersion()).toBe(revision)
    expect(agent.client.getInstructions()).toContain('never an instruction')
    const { tools } = await agent.client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      ...['overview', 'find_tasks', 'search', 'fetch', 'add_tasks', 'update_tasks'],
      ...['complete_tasks', 'move_tasks', 'trash_tasks', 'edit_lists', 'edit_tags'],
      ...['history', 'undo', 'parse'],
    ])
    for (const { annotations, outputSchema } of tools) {
      expect(annotations?.openWorldHint).toBe(false)
      expect(outputSchema).toBeDefined()
    }
    const reading = tools.filter(({ annotations }) => annotations?.readOnlyHint)
    expect(reading.map(({ name }) => name)).toEqual([
      ...['overview', 'find_tasks', 'search', 'fetch', 'history', 'parse'],
    ])
  })

  test('adds, finds, changes, completes, moves and trashes tasks, and undoes each', async () => {
    const { list } = await agent.call('edit_lists', { action: 'create', name: 'Home' })
    const { tag } = await agent.call('edit_tags', { action: 'create', name: 'errand' })
    const added = await agent.call('add_tasks', {
      lines: ['Pay rent 2030-01-07 9am #home !high @admin', 'Call Bob'],
      tasks: [{ title: 'Water plants', dueOn: 'Tue 2030-01-08', listId: list.id, notes: 'Both' }],
    })
    expect(added).toMatchObject({
      mutationId: expect.any(String),
      changedCount: 3,
      tasks: [
        {
          title: 'Pay rent',
          list: 'Home',
          due: 'Mon 2030-01-07 09:00 (Europe/Berlin)',
          priority: 'HIGH',
          tags: ['admin'],
        },
        { title: 'Call Bob', dueState: 'NONE' },
        { title: 'Water plants', list: 'Home', due: 'Tue 2030-01-08' },
      ],
    })
    const [rent, bob, plants] = added.tasks.map(({ id }: { id: string }) => id)

    const found = await agent.call('find_tasks', { listId: list.id, sort: 'title' })
    expect(found.total).toBe(2)
    expect(found.tasks.map(({ id }: { id: string }) => id)).toEqual([rent, plants])
    const due = { dueFrom: 'Tue 2030-01-08', dueTo: '2030-01-08' }
    expect((await agent.call('find_tasks', due)).tasks).toMatchObject([{ id: plants }])
    expect(await agent.call('search', { query: 'plants' })).toEqual({
      results: [{ id: plants, title: 'Water plants', url: `${app.config.webUrl}/task/${plants}` }],
    })
    expect(await agent.call('fetch', { id: plants })).toMatchObject({
      title: 'Water plants',
      text: 'Both',
      metadata: { due: 'Tue 2030-01-08', list: 'Home' },
    })

    const changes = { ids: [rent, bob], addTagIds: [tag.id], dueOn: '2030-02-01' }
    const updated = await agent.call('update_tasks', changes)
    expect(updated.tasks).toMatchObject([
      { tags: ['admin', 'errand'], due: 'Fri 2030-02-01 09:00 (Europe/Berlin)' },
      { tags: ['errand'], due: 'Fri 2030-02-01' },
    ])
    const moved = await agent.call('move_tasks', { ids: [bob], parentId: rent })
    expect(moved.tasks).toMatchObject([{ id: bob, parentId: rent, list: 'Home' }])
    const done = await agent.call('complete_tasks', { ids: [rent] })
    expect(done.tasks).toMatchObject([{ id: rent, completedAt: expect.stringMatching(berlin) }])
    const trashed = await agent.call('trash_tasks', { ids: [plants] })
    expect(trashed.tasks).toMatchObject([{ inTrashSince: expect.stringMatching(berlin) }])
    expect((await agent.call('find_tasks', { listId: list.id })).total).toBe(0)
    expect((await agent.call('find_tasks', { inTrash: true })).tasks).toMatchObject([
      { id: plants },
    ])

    const entries = (await agent.call('history', { id: rent })).entries
    expect(entries[0]).toMatchObject({ mutationId: done.mutationId, by: 'this token' })
    for (const { mutationId } of [trashed, done, moved, updated])
      expect((await agent.call('undo', { mutationId })).changedCount).toBeGreaterThan(0)
    expect((await agent.call('find_tasks', { sort: 'title' })).tasks).toMatchObject([
      { title: 'Call Bob', dueState: 'NONE' },
      { title: 'Pay rent', due: 'Mon 2030-01-07 09:00 (Europe/Berlin)', tags: ['admin'] },
      { title: 'Water plants', due: 'Tue 2030-01-08' },
    ])
    await agent.call('undo', { mutationId: done.mutationId, redo: true })
    expect((await agent.call('find_tasks', { completed: true })).total).toBe(2)
    await agent.call('complete_tasks', { ids: [rent, bob], completed: false })
    await agent.call('trash_tasks', { ids: [rent] })
    await agent.call('trash_tasks', { ids: [rent], restore: true })
    expect((await agent.call('find_tasks', {})).total).toBe(3)
  })

  test('knows which day it is for the person, and what is where', async () => {
    const readToday = async () =>
      (await person.data('{ parseQuickAdd(text: "x today") { dueOn } }')).parseQuickAdd.dueOn
    const before = await readToday()
    const overview = await agent.call('overview')
    // It may be midnight between two of these.
    const days = [before, await readToday()].map((day) => expect.stringMatching(weekday(day)))
    expect(days).toContainEqual(overview.today)
    expect(overview).toMatchObject({ timeZone: 'Europe/Berlin', mayChangeTasks: true })
    expect(overview.lists.items).toMatchObject([{ isInbox: true }, { name: 'Home', open: 2 }])
    expect(overview.openTasks).toBe(3)
    const { lists } = await agent.call('overview', { section: 'lists' })
    expect(lists.items).toEqual(overview.lists.items)
    const late = await agent.call('add_tasks', {
      tasks: [{ title: 'Long ago', dueOn: '2000-01-03' }],
    })
    expect((await agent.call('overview')).overdue).toBe(1)
    const due = [{ title: 'Long ago', due: 'Mon 2000-01-03', dueState: 'OVERDUE' }]
    expect((await agent.call('find_tasks', { due: ['OVERDUE'] })).tasks).toMatchObject(due)
    await agent.call('undo', { mutationId: late.mutationId })
  })

  test('edits lists and tags', async () => {
    const { list } = await agent.call('edit_lists', { action: 'create', name: 'Trip', icon: '🚲' })
    const update = { action: 'update', id: list.id, name: 'Tour', color: 'BLUE', icon: null }
    expect((await agent.call('edit_lists', update)).list).toEqual({
      id: list.id,
      name: 'Tour',
      color: 'BLUE',
    })
    for (const action of ['archive', 'unarchive', 'trash', 'restore'])
      await agent.call('edit_lists', { action, id: list.id })
    const one = (await agent.call('edit_tags', { action: 'create', name: 'one' })).tag
    const two = (await agent.call('edit_tags', { action: 'create', name: 'two' })).tag
    await agent.call('edit_tags', { action: 'update', id: one.id, name: 'uno' })
    const merge = { action: 'merge', fromIds: [two.id], intoId: one.id }
    expect((await agent.call('edit_tags', merge)).tag).toEqual({ id: one.id, name: 'uno' })
    const deleted = await agent.call('edit_tags', { action: 'delete', id: one.id })
    await agent.call('undo', { mutationId: deleted.mutationId })
    const names = (await agent.call('overview')).tags.items.map(({ name }: Named) => name)
    expect(names).toContain('uno')
  })

  test('sees what a line means before it is added', async () => {
    const { readings } = await agent.call('parse', {
      lines: ['Gym every Monday #home @fit', 'Read'],
    })
    expect(readings).toMatchObject([
      { title: 'Gym', repeats: 'every Monday', list: 'Home', tags: [{ name: 'fit', isNew: true }] },
      { title: 'Read' },
    ])
  })

  test('finds by a saved view of the person', async () => {
    const { createSavedView } = await person.data(
      'mutation { createSavedView(input: { name: "Bobs", filter: { title: { contains: "Bob" } } }) { savedView { id } } }',
    )
    const { id } = createSavedView.savedView
    const { tasks } = await agent.call('find_tasks', { viewId: id })
    expect(tasks).toMatchObject([{ title: 'Call Bob' }])
    const filter = { title: { contains: 'Pay' } }
    expect((await agent.call('find_tasks', { filter })).tasks).toMatchObject([
      { title: 'Pay rent' },
    ])
  })
})

type Named = { name: string }

/** The day behind any weekday. */
const weekday = (day: string) => new RegExp(`^[A-Z][a-z]{2} ${day}$`)

/** A moment by clocks in Berlin: its day with the weekday, and the time. */
const berlin = /^[A-Z][a-z]{2} \d{4}-\d{2}-\d{2} \d{2}:\d{2}$/
