import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { createAccessToken } from '../../server/test/support/access-token.ts'
import type { Json } from '../../server/test/support/ask.ts'
import { startTestApp } from '../../server/test/support/test-app.ts'
import { installTend, manyRuns, type Tend } from './support/tend.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

async function begin() {
  const ada = await app.createPerson('ada')
  const { bearer } = await createAccessToken(ada, {
    name: 'Terminal',
    scopes: ['TASKS_READ', 'TASKS_WRITE', 'ACCOUNT_READ'],
  })
  const tend = await installTend(bearer)
  onTestFinished(() => tend[Symbol.dispose]())
  return { ada, tend }
}

async function listOpen(tend: Tend): Promise<string[]> {
  const { tasks } = await tend.json('ls', 'inbox')
  return tasks.map(({ title }: { title: string }) => title)
}

describe('undo', manyRuns, () => {
  test('takes back one command after the other, and redo does them again', async () => {
    const { tend } = await begin()
    await tend.run(['add', 'One'])
    await tend.run(['add', 'Two'])
    await tend.run(['rm', 'one'])
    expect(await listOpen(tend)).toEqual(['Two'])
    const first = await tend.json('undo')
    expect(Object.keys(first)).toEqual(['undo', 'changes', 'mutationIds'])
    expect(first.changes).toEqual([
      { kind: 'TASK', id: expect.any(String), deleted: false, name: 'One' },
    ])
    expect(await listOpen(tend)).toEqual(['One', 'Two'])
    await tend.run(['undo'])
    expect(await listOpen(tend)).toEqual(['One'])
    expect((await tend.run(['redo'])).out).toMatch(/^Done again: add\n {2}task “Two”/)
    expect(await listOpen(tend)).toEqual(['One', 'Two'])
    await tend.run(['redo'])
    expect(await listOpen(tend)).toEqual(['Two'])
    expect(await tend.refusal('redo')).toMatchObject({
      ...{ code: 1, error: { code: 'NOTHING_TO_REDO' } },
    })
  })

  test('takes back everything a command did: the tag that an edit made, too', async () => {
    const { ada, tend } = await begin()
    await tend.run(['add', 'One'])
    await tend.run(['edit', 'one', '--tag', 'new', '--title', 'Other'])
    await tend.run(['undo'])
    const { tags, tasks } = await ada.data('{ tags { nodes { name } } tasks { nodes { title } } }')
    expect([tags.nodes, tasks.nodes]).toEqual([[], [{ title: 'One' }]])
    await tend.run(['redo'])
    const again = await ada.data('{ tasks { nodes { title tags { name } } } }')
    expect(again.tasks.nodes).toEqual([{ title: 'Other', tags: [{ name: 'new' }] }])
  })

  test('overwrites nothing that was changed since, and says so', async () => {
    const { ada, tend } = await begin()
    const { task } = await tend.json('add', 'One')
    await tend.run(['edit', 'one', '--title', 'Two'])
    const input = { id: task.id, title: 'Three' }
    await ada.data(
      'mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { mutationId } }',
      {
        input,
      },
    )
    expect(await tend.refusal('undo')).toMatchObject({ code: 1, error: { code: 'CONFLICT' } })
    expect(await listOpen(tend)).toEqual(['Three'])
  })

  test('of what changed nothing isn’t in the way of what was before', async () => {
    const { tend } = await begin()
    const { task } = await tend.json('add', 'One')
    const { out } = await tend.run(['edit', 'one', '--title', 'One'])
    expect(out).toBe('Nothing has changed: it was so already.\n')
    expect((await tend.json('undo')).changes).toMatchObject([{ id: task.id }])
  })

  test('of nothing is refused; what others did, by its id or --latest, is taken back', async () => {
    const { ada, tend } = await begin()
    const refusal = await tend.refusal('undo')
    expect(refusal).toMatchObject({ code: 1, error: { code: 'NOTHING_TO_UNDO' } })
    const create =
      'mutation ($title: String!) { createTask(input: { title: $title }) { mutationId } }'
    await ada.data(create, { title: 'One' })
    await ada.data(create, { title: 'Two' })
    const unknown = await tend.refusal('undo', '01970000-0000-7000-8000-0000000000c1')
    expect(unknown).toMatchObject({ code: 1, error: { code: 'NOT_FOUND' } })
    await tend.json('undo', '--latest')
    expect(await listOpen(tend)).toEqual(['One'])
    const { entries } = await tend.json('log')
    const made = entries.find(({ tasks }: Json) => tasks[0].title === 'One')
    await tend.json('undo', made.mutationId)
    expect(await listOpen(tend)).toEqual([])
    await tend.json('redo')
    expect(await listOpen(tend)).toEqual(['One'])
  })
})

describe('log', manyRuns, () => {
  test('says what happened, who did it, and the id that undo takes', async () => {
    const { ada, tend } = await begin()
    await ada.data('mutation { createTask(input: { title: "One" }) { mutationId } }')
    const { mutationId } = await tend.json('done', 'one')
    const { entries } = await tend.json('log')
    expect(entries).toMatchObject([
      {
        mutationId,
        actor: { kind: 'TOKEN', tokenName: 'Terminal', isCurrent: true },
        tasks: [{ title: 'One', operation: 'CHANGED', changes: [{ field: 'completedAt' }] }],
      },
      { actor: { kind: 'SESSION', isCurrent: false }, tasks: [{ operation: 'CREATED' }] },
    ])
    expect(Object.keys(entries[0])).toEqual(['at', 'mutationId', 'actor', 'tasks'])
    const { out } = await tend.run(['log', '-n', '1'])
    expect(out).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d {2}[\da-f-]{36} {2}Terminal \(this one\)\n/)
    expect(out).toMatch(/\n {2}completed “One”\n$/)
  })

  test('ends where more would have gaps', async () => {
    const { ada, tend } = await begin()
    const { createTask } = await ada.data(
      'mutation { createTask(input: { title: "Old" }) { task { id } } }',
    )
    await ada.data('mutation { createTask(input: { title: "Between" }) { task { id } } }')
    const rename =
      'mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { mutationId } }'
    for (let nth = 0; nth < 25; nth += 1)
      await ada.data(rename, { input: { id: createTask.task.id, title: `Old ${nth}` } })
    const { entries } = await tend.json('log', '-n', '100')
    expect(entries).toHaveLength(20)
    for (const { tasks } of entries) expect(tasks[0].title).toBe('Old 24')
  })
})

describe('watch', manyRuns, () => {
  test('shows changes as they happen, a line of JSON each, and ends by Ctrl-C', async () => {
    const { ada, tend } = await begin()
    const { syncCursor } = await ada.data('{ syncCursor }')
    const child = tend.start(['watch', '--json', '--since', syncCursor])
    onTestFinished(() => void child.kill('SIGKILL'))
    if (!child.stdout) throw new Error('A standard output was expected')
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const next = async () => JSON.parse(String((await lines.next()).value))
    await tend.run(['add', 'One'])
    const change = await next()
    expect(Object.keys(change)).toEqual([
      ...['at', 'kind', 'id', 'deleted', 'mutationId', 'name', 'task', 'cursor'],
    ])
    expect(change).toMatchObject({ kind: 'TASK', deleted: false, task: { title: 'One' } })
    await ada.data('mutation { createList(input: { name: "Home" }) { mutationId } }')
    expect(await next()).toMatchObject({ kind: 'LIST', name: 'Home', task: null })
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([0, null])
  })

  test('for people says which tasks were changed, and which are gone', async () => {
    const { tend } = await begin()
    const child = tend.start(['watch'])
    onTestFinished(() => void child.kill('SIGKILL'))
    let shown = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      shown += text
    })
    if (!child.stderr) throw new Error('A standard error was expected')
    // It says so when it has its cursor.
    await once(child.stderr, 'data')
    await tend.run(['add', 'One'])
    await expect.poll(() => shown, { timeout: 60_000 }).toMatch(/^\S+ \S+ {2}One {2}#Inbox\n/)
    await tend.run(['rm', 'one'])
    await expect.poll(() => shown, { timeout: 60_000 }).toMatch(/ {2}deleted One {2}#Inbox\n$/)
  })
})
