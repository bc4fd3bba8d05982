import { eachNode, type Page } from '../../../client/src/index.ts'
import { getNamed } from '../api/find-named.ts'
import { findPlace, type Place, placeOfList, placeOfView, readFilter } from '../api/place.ts'
import { openSession, type Session } from '../api/session.ts'
import { type AnsweredTask, taskFields, toTaskJson } from '../api/task.ts'
import { defineCommand } from '../command.ts'
import { failUsage } from '../failure.ts'
import { printTask } from '../terminal/task-line.ts'

const usualLimit = 50
const maxLimit = 1000

const page = 'nodes { ...TaskFields } pageInfo { hasNextPage endCursor }'
const ofPlace = `query Place($filter: TaskFilter!, $orderBy: [TaskOrder!], $first: Int!, $after: String, $withNotes: Boolean!) {
  tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { ${page} }
}
${taskFields}`
const bySearch = `query Search($query: String!, $first: Int!, $after: String, $withNotes: Boolean!) {
  tasks: searchTasks(query: $query, first: $first, after: $after) { ${page} }
}
${taskFields}`

export const ls = defineCommand({
  name: 'ls',
  summary: 'Lists tasks, and numbers them for done, edit and rm',
  usage: ['ls [place]', 'ls --search <words>', 'ls --filter <json>'],
  help: [
    'A place is today (the default: what is due, and overdue), overdue, upcoming, inbox, all,',
    "completed, the name of a list or of a saved view, '#list' or @tag. Shells take # for a",
    'comment, so put it in quotes or leave it out.',
    '',
    '  --list, --tag, --view <name>  a place whose name is also something else',
    '  --search <words>              open and completed tasks with these words, best first',
    '  --filter <json>               what the API calls a TaskFilter: \'{"priority":{"gte":"HIGH"}}\'',
    `  -n, --limit <number>          at most so many, ${usualLimit} by default, up to ${maxLimit}`,
  ],
  options: {
    list: { type: 'string' },
    tag: { type: 'string' },
    view: { type: 'string' },
    search: { type: 'string' },
    filter: { type: 'string' },
    limit: { type: 'string', short: 'n' },
  },
  async run({ environment, out, isJson }, values, words) {
    const limit = readLimit(values.limit)
    const ways = [values.list, values.tag, values.view, values.search, values.filter, words[0]]
    if (ways.filter((way) => way !== undefined).length > 1)
      throw failUsage('tend ls lists one place or one search at a time. See tend ls --help.')
    const session = openSession(environment)
    const asked =
      values.search === undefined
        ? { document: ofPlace, variables: await choosePlace(session, values, words) }
        : { document: bySearch, variables: { query: values.search } }
    const { tasks, hasMore } = await load(session, asked, limit, isJson)
    session.memory.change({ listed: tasks.map(({ id }) => id) })
    if (isJson) {
      const numbered = tasks.map((task, at) => ({ number: at + 1, ...toTaskJson(task) }))
      return out.json({ tasks: numbered, hasMore })
    }
    const width = String(tasks.length).length
    for (const [at, task] of tasks.entries())
      out.line({ text: String(at + 1).padStart(width), style: 'dim' }, '  ', ...printTask(task))
    if (tasks.length === 0) out.line('Nothing here.')
    if (hasMore) out.line({ text: `There are more: tend ls --limit ${maxLimit}`, style: 'dim' })
  },
})

async function choosePlace(
  session: Session,
  named: { list?: string; tag?: string; view?: string; filter?: string },
  words: readonly string[],
): Promise<Place> {
  if (named.filter !== undefined) return readFilter(named.filter)
  if (named.list !== undefined) return placeOfList(await getNamed(session, 'list', named.list))
  if (named.view !== undefined) return placeOfView(await getNamed(session, 'view', named.view))
  if (named.tag !== undefined) return findPlace(session, `@${named.tag}`)
  return findPlace(session, words.length === 0 ? 'today' : words.join(' '))
}

async function load(
  { client }: Session,
  { document, variables }: { document: string; variables: object },
  limit: number,
  withNotes: boolean,
) {
  const tasks: AnsweredTask[] = []
  const nodes = eachNode<AnsweredTask>(
    async (asked) => {
      type Data = { tasks: Page<AnsweredTask> }
      const all = { ...variables, ...asked, withNotes }
      return (await client.query<Data>(document, all)).tasks
    },
    // One more, to know whether there is.
    Math.min(limit + 1, 100),
  )
  for await (const task of nodes) {
    if (tasks.length === limit) return { tasks, hasMore: true }
    tasks.push(task)
  }
  return { tasks, hasMore: false }
}

/** @throws Failure when it is no number of tasks */
export function readLimit(text: string | undefined, usual = usualLimit, most = maxLimit): number {
  const limit = Number(text ?? usual)
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit
  throw failUsage(`--limit should be a number from 1 to ${most}, found ${text}.`)
}
