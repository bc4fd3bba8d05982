import { afterAll, expect, test } from 'vitest'
import { createAccessToken } from '../../server/test/support/access-token.ts'
import { startTestApp } from '../../server/test/support/test-app.ts'
import { installTend, manyRuns } from './support/tend.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

// The API takes none of these from anybody; a database that somebody has written to may have them.
const hostile = '\u001b]0;renamed\u0007\u001b[2J\u009b31m\u202eback'

test('text of tasks, lists and tags can’t command the terminal', manyRuns, async () => {
  const ada = await app.createPerson('ada')
  const { bearer } = await createAccessToken(ada)
  using tend = await installTend(bearer)
  await tend.run(['add', 'Pay rent today @home'])
  await tend.run(['add', 'Pay more'])
  const ofAda = (table: string, column: string, value: string) =>
    app.owner
      .updateTable(table)
      .set({ [column]: value })
      .where('user_id', '=', ada.userId)
      .execute()
  await ofAda('task', 'title', `Pay${hostile}`)
  await ofAda('list', 'name', `Inbox${hostile}`)
  await ofAda('tag', 'name', `home${hostile}`)
  const env = { FORCE_COLOR: '1', CLICOLOR_FORCE: '1' }
  // The titles are the same now, so that done says which tasks could be meant.
  const edits = [
    ['edit', '1', '--priority', 'low'],
    ['edit', '1', '--priority', 'high'],
  ]
  for (const args of [['ls', 'inbox'], ['log'], ['done', 'pay'], ...edits, ['undo']])
    for (const json of [[], ['--json']]) {
      const { out, err } = await tend.run([...args, ...json], { env })
      expect(out + err, args.join(' ')).toMatch(/Pay(\ufffd|\\u001b)\]0;renamed|Nothing has/)
      expect(out + err, args.join(' ')).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u)
    }
  const { tasks } = await tend.json('ls', 'inbox')
  expect(tasks[0].title).toBe(`Pay${hostile}`)
})
