import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { PostgresPool } from '../../src/db/pool.ts'
import type { Statement } from '../../src/db/statement-group.ts'
import { createUserDatabases, type UserDatabase } from '../../src/db/user-database.ts'

/** What the planner did with the tables of one statement. */
export type Plan = {
  indexes: string[]
  /** Tables that were read from end to end. */
  scannedTables: string[]
  /** Rows that came out of tables and indexes, and those thrown away there. */
  rowsRead: number
  text: string
}

type Captured = {
  settings: Statement
  statement: Statement
}

const asBefore = { statementTimeoutSeconds: 60, lockTimeoutSeconds: 10 }

/**
 * Runs reads as a person and explains each of their statements, as the serving role that they run as
 * and with their own parameters.
 */
export async function explain(
  pool: PostgresPool,
  userId: string,
  work: (db: UserDatabase) => Promise<unknown>,
): Promise<Plan[]> {
  const captured: Captured[] = []
  const watched = watch(pool, ([settings, statement]) => {
    if (settings && statement) captured.push({ settings, statement })
  })
  await createUserDatabases(watched, asBefore).asUser(userId, work)
  const plans: Plan[] = []
  for (const one of captured) plans.push(await explainOne(pool, one))
  return plans
}

/**
 * Changes something as a person and explains each statement by the plan that PostgreSQL keeps for it, which
 * is made without knowing its parameters. What it does twice is rolled back.
 */
export async function explainChange(
  pool: PostgresPool,
  userId: string,
  work: (db: UserDatabase) => Promise<unknown>,
): Promise<Plan[]> {
  let settings: Statement | undefined
  const captured: Captured[] = []
  const watched = watch(pool, (group) => {
    settings ??= group.find(({ sql }) => sql.includes("'app.user_id'"))
    const statement = group.at(-1)
    if (settings && statement && statement.sql !== 'commit') captured.push({ settings, statement })
  })
  const mutation = { id: randomUUID(), actor: 'system' }
  await createUserDatabases(watched, asBefore).mutateAsUser(userId, mutation, work)
  const plans: Plan[] = []
  for (const one of captured) plans.push(await explainOne(pool, one, explainKept))
  return plans
}

async function explainOne(
  pool: PostgresPool,
  { settings, statement }: Captured,
  ask = explainOwn,
): Promise<Plan> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(settings.sql, [...settings.parameters])
    const { rows } = await ask(client, statement)
    return readPlan(rows[0]['QUERY PLAN'][0].Plan, statement.sql)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const explained = 'explain (analyze, timing off, format json)'

function explainOwn(client: PoolClient, { sql, parameters }: Statement) {
  return client.query(`${explained} ${sql}`, [...parameters])
}

/** `explain` takes a prepared statement with its values written out. */
async function explainKept(client: PoolClient, { sql, parameters }: Statement) {
  await client.query(`set local plan_cache_mode = force_generic_plan`)
  await client.query(`prepare explained as ${sql}`)
  const values = parameters.map((value) =>
    value === null ? 'null' : client.escapeLiteral(String(value)),
  )
  try {
    return await client.query(`${explained} execute explained(${values.join(', ')})`)
  } finally {
    await client.query('deallocate explained')
  }
}

type PlanNode = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: PlanNode[]
}

function readPlan(root: PlanNode, statement: string): Plan {
  const plan: Plan = { indexes: [], scannedTables: [], rowsRead: 0, text: '' }
  const lines = [statement]
  const visit = (node: PlanNode, depth: number) => {
    lines.push(`${'  '.repeat(depth)}${describe(node)}`)
    if (node['Index Name']) plan.indexes.push(node['Index Name'])
    if (node['Node Type'] === 'Seq Scan') plan.scannedTables.push(node['Relation Name'] ?? '')
    if (node['Node Type'].includes('Scan') && (node['Relation Name'] || node['Index Name'])) {
      const removed =
        (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
      plan.rowsRead += (node['Actual Rows'] + removed) * node['Actual Loops']
    }
    for (const child of node.Plans ?? []) visit(child, depth + 1)
  }
  visit(root, 0)
  return { ...plan, text: lines.join('\n') }
}

function describe(node: PlanNode): string {
  const what = [node['Node Type'], node['Relation Name'], node['Index Name'], node['Index Cond']]
  const rows = `${node['Actual Rows']} rows × ${node['Actual Loops']}`
  const removed = node['Rows Removed by Filter'] ?? 0
  return `${what.filter(Boolean).join(' ')}: ${rows}, ${removed} removed`
}

/** The pool, but whoever looks is told of each group of statements that goes over its connections. */
function watch(pool: PostgresPool, look: (group: Statement[]) => void): PostgresPool {
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect()
    return new Proxy(client, {
      get(target, name) {
        const value = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        if (name !== 'query') return value.bind(target)
        return (query: unknown, ...more: unknown[]) => {
          if (isGroup(query)) look(noteDown(query))
          return value.call(target, query, ...more)
        }
      },
    })
  }
  return { connect, options: pool.options } as unknown as PostgresPool
}

type Group = {
  submit(connection: unknown): void
}

function isGroup(query: unknown): query is Group {
  return typeof query === 'object' && query !== null && 'submit' in query
}

/** A group tells what it is when it is asked to write itself to a connection. */
function noteDown(group: Group): Statement[] {
  const written: Buffer[] = []
  group.submit({ stream: { writable: true, write: (bytes: Buffer) => written.push(bytes) } })
  return readStatements(Buffer.concat(written))
}

/** https://www.postgresql.org/docs/current/protocol-message-formats.html: Parse and Bind. */
function readStatements(bytes: Buffer): Statement[] {
  const statements: Statement[] = []
  for (let at = 0; at < bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    const type = String.fromCharCode(bytes[at] ?? 0)
    const afterName = bytes.indexOf(0, at + 5) + 1
    const afterText = bytes.indexOf(0, afterName) + 1
    const text = bytes.toString('utf8', afterName, afterText - 1)
    if (type === 'P') statements.push({ sql: text, parameters: [] })
    if (type === 'B') {
      const last = statements.pop()
      if (last) statements.push({ ...last, parameters: readValues(bytes, afterText) })
    }
  }
  return statements
}

function readValues(bytes: Buffer, atFormats: number): (string | null)[] {
  let at = atFormats + 2 + 2 * bytes.readInt16BE(atFormats)
  const count = bytes.readInt16BE(at)
  at += 2
  return Array.from({ length: count }, () => {
    const length = bytes.readInt32BE(at)
    at += 4
    if (length < 0) return null
    at += length
    return bytes.toString('utf8', at - length, at)
  })
}
