import { openSession } from '../api/session.ts'
import { type AnsweredTask, taskFields, toTaskJson } from '../api/task.ts'
import { defineCommand } from '../command.ts'
import { failUsage } from '../failure.ts'
import { printTask } from '../terminal/task-line.ts'
import { sayWhen } from './log.command.ts'

// No variable can say whether notes are wanted: the client sends none but the cursor.
const inFull = (withNotes: boolean) => `subscription Watch($since: SyncCursor) {
  changes(since: $since) {
    cursor resetRequired
    changes {
      at entityType id deleted mutationId
      node {
        __typename
        ...TaskFields
        ... on List { name } ... on Tag { name } ... on SavedView { name }
      }
    }
  }
}
${taskFields.replace('@include(if: $withNotes)', `@include(if: ${withNotes})`)}`

type Node = { __typename: string; name?: string } & AnsweredTask
type Page = {
  cursor: string
  resetRequired: boolean
  changes: readonly {
    at: string
    entityType: string
    id: string
    deleted: boolean
    mutationId: string
    node: Node | null
  }[]
}

export const watch = defineCommand({
  name: 'watch',
  summary: 'Shows every change as it happens, until Ctrl-C',
  usage: ['watch'],
  help: [
    'Whoever makes it. A lost connection is made again, and nothing is missed or shown twice.',
    'With --json there is a line of JSON for each change.',
    '',
    '  --since <cursor>  what has happened since, too; each line of --json has its cursor',
  ],
  options: { since: { type: 'string' } },
  async run({ environment, out, err, isJson }, { since }, words) {
    if (words.length > 0) throw failUsage('tend watch takes no words. See tend watch --help.')
    const { client } = openSession(environment)
    type Data = { syncCursor: string }
    const cursor = since ?? (await client.query<Data>('query Now { syncCursor }')).syncCursor
    if (!isJson) err.line({ text: 'Watching. Ctrl-C ends it.', style: 'dim' })
    for await (const page of client.follow<Page>(inFull(isJson), cursor)) {
      if (page.resetRequired)
        err.line(
          'The cursor is too old to know what was missed. What happens from now on is shown.',
        )
      for (const change of page.changes) {
        const { at, entityType: kind, id, deleted, mutationId, node } = change
        const isTask = node?.__typename === 'Task'
        if (isJson) {
          const task = isTask ? readTask(node) : null
          const name = node && !isTask ? (node.name ?? null) : null
          out.json({ at, kind, id, deleted, mutationId, name, task, cursor: page.cursor })
        } else {
          const what = isTask ? printTask(node) : [`${kind.toLowerCase()} ${node?.name ?? id}`]
          const isGone = deleted || (isTask && node.deletedAt !== null)
          out.line({ text: sayWhen(at), style: 'dim' }, '  ', isGone ? 'deleted ' : '', ...what)
        }
      }
    }
  },
})

function readTask({ __typename, name, ...task }: Node) {
  return toTaskJson(task)
}
