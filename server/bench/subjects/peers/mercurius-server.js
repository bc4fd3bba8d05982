// Mercurius with its JIT: the same operations written by hand, in one statement each, with the same
// check of tokens. It has no row-level security: its role bypasses the policies, and only `user_id`
// separates people. It is JavaScript, because its types exist only once the benchmark is installed.
import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import mercurius from 'mercurius'
import pg from 'pg'
import { createTokenCheck } from '../token-check.ts'

const connectionString = process.env.DATABASE_URL
const authenticate = createTokenCheck(connectionString)
// Instants and days stay text, as they do in Tend.
const types = {
  getTypeParser: (oid, format) => plain.get(oid) ?? pg.types.getTypeParser(oid, format),
}
const plain = new Map([
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.TIMESTAMPTZ, (text) => `${text.slice(0, 10)}T${text.slice(11, -3)}Z`],
])
const pool = new pg.Pool({ connectionString, max: Number(process.env.DATABASE_POOL_SIZE), types })

const schema = `
  enum Priority { NONE LOW MEDIUM HIGH URGENT }
  enum TaskOrderField { MANUAL CREATED_AT }
  input BooleanFilter { eq: Boolean }
  input IdFilter { eq: ID }
  input TaskFilter { completed: BooleanFilter, listId: IdFilter }
  input TaskOrder { field: TaskOrderField! }
  input CreateTaskInput { title: String! }
  input CompleteTaskInput { id: ID! }
  type User { id: ID!, name: String!, email: String!, timeZone: String!, createdAt: String! }
  type Task { id: ID!, title: String!, completed: Boolean!, priority: Priority!, dueOn: String, createdAt: String! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type TaskConnection { nodes: [Task!]!, pageInfo: PageInfo! }
  type TaskPayload { task: Task! }
  type Query {
    me: User!
    tasks(first: Int!, after: String, filter: TaskFilter, orderBy: [TaskOrder!]): TaskConnection!
    searchTasks(first: Int!, query: String!): TaskConnection!
  }
  type Mutation {
    createTask(input: CreateTaskInput!): TaskPayload!
    completeTask(input: CompleteTaskInput!): TaskPayload!
  }
`
const columns =
  'id, title, priority, due_on as "dueOn", completed_at as "completedAt", created_at as "createdAt", position'
const priorities = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT']

/** Each statement is prepared under its name. */
async function query(name, text, values) {
  const { rows } = await pool.query({ name, text, values })
  return rows
}

function toPage(rows, first, keysOf) {
  const nodes = rows.slice(0, first)
  const last = nodes.at(-1)
  const endCursor = last ? Buffer.from(JSON.stringify(keysOf(last))).toString('base64url') : null
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor } }
}

const resolvers = {
  Task: {
    completed: (task) => task.completedAt !== null,
    priority: (task) => priorities[task.priority],
  },
  Query: {
    async me(_root, _args, { userId }) {
      const text =
        'select id, name, email, time_zone as "timeZone", created_at as "createdAt" from auth_user where id = $1'
      const [me] = await query('me', text, [userId])
      return me
    },
    async tasks(_root, { first, after, filter }, { userId }) {
      const open = 'user_id = $1 and deleted_at is null and completed_at is null'
      if (filter.listId) {
        const text = `select ${columns} from task where ${open} and list_id = $2 order by position, id limit $3`
        const rows = await query('list', text, [userId, filter.listId.eq, first + 1])
        return toPage(rows, first, (task) => [task.position, task.id])
      }
      const keys = after ? JSON.parse(Buffer.from(after, 'base64url').toString()) : []
      const from = after ? 'and (created_at, id) < ($3, $4)' : ''
      const text = `select ${columns} from task where ${open} ${from} order by created_at desc, id desc limit $2`
      const rows = await query(`newest ${keys.length}`, text, [userId, first + 1, ...keys])
      return toPage(rows, first, (task) => [task.createdAt, task.id])
    },
    async searchTasks(_root, args, { userId }) {
      const word = args.query.trim()
      const text = `
        select ${columns}, score from (
          select task_id, max(weight * 2 - case when word = $2 then 0 else 1 end) as score
          from task_word where user_id = $1 and word >= $2 and word < $3 group by task_id
        ) found join task on task.user_id = $1 and task.id = found.task_id
        where deleted_at is null order by score desc, id desc limit $4`
      const rows = await query('search', text, [userId, word, `${word}\u{10ffff}`, args.first + 1])
      return toPage(rows, args.first, (task) => [task.score, task.id])
    },
  },
  Mutation: {
    async createTask(_root, { input }, { userId }) {
      const text = `
        with place as (
          select id as list_id, coalesce(
            (select position from task where user_id = $1 and list_id = list.id and parent_id is null
              order by parent_id desc, position desc limit 1), 'a0')
              || 'g' || lpad(floor(random() * 1e7)::text, 7, '0') as position
          from list where user_id = $1 and is_inbox
        )
        insert into task (user_id, id, list_id, position, title, search_text)
          select $1, $2, list_id, position, $3, lower($3) || chr(10) from place returning ${columns}`
      const [task] = await query('create', text, [userId, randomUUID(), input.title])
      return { task }
    },
    async completeTask(_root, { input }, { userId }) {
      const text = `update task set completed_at = now(), updated_at = now() where user_id = $1 and id = $2 returning ${columns}`
      const [task] = await query('complete', text, [userId, input.id])
      return { task }
    },
  },
}

const app = Fastify()
app.register(mercurius, {
  schema,
  resolvers,
  jit: 1,
  context: (request) => authenticate(request.headers.authorization),
})
await app.listen({ port: Number(process.env.API_PORT), host: '127.0.0.1' })
