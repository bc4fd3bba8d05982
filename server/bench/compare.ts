/**
 * How fast is the API, compared with the most that this language can do and with other servers?
 * Starts Tend, the limit, Mercurius and PostGraphile on the same filled database, sends each the
 * same operations in turns, and prints ratios. `npm run bench -- --help` lists the options.
 */
import { parseArgs } from 'node:util'
import { createAskers, findCursors, restoreTasks } from './askers.ts'
import { openBenchDatabase } from './database/bench-database.ts'
import type { BenchSize } from './database/fill-database.ts'
import { measureHostile } from './hostile.ts'
import { startLoadGenerator } from './load/load.ts'
import { type Measured, measureRound } from './measure.ts'
import { type OperationName, operationNames } from './operations.ts'
import { printResults } from './print-results.ts'
import { measureReminders } from './reminders.ts'
import { measureStatements } from './statements.ts'
import { installPeers } from './subjects/install-peers.ts'
import { type Subject, startSubject, subjectNames } from './subjects/subject.ts'

const help = `Options, each with its default:
  --rounds 5           how often each is asked, in turns with the others
  --seconds 2          how long a round of one takes
  --connections 1,16,64
  --only ${operationNames.join(',')}
  --subjects ${subjectNames.join(',')}
  --size 2m            20k, 200k or 2m tasks in the database
  --profile            writes a CPU profile of Tend into the working folder
Or, instead of all that:
  --hostile            what one hostile person costs twenty others
  --cases              of server/bench/hostile/cases.ts, divided by commas; all of them
  --seconds 20
  --times 1            how often each case is done: memory that grows shows
Or:
  --statements         what mutations make PostgreSQL do
  --beside             the folder of another checkout, measured in turns with this one
  --rounds 5
Or:
  --reminders          how soon many reminders come that are due at once
  --reminder-count 10000
  --seconds 60         within how long they are due
  --processes 1        how many API processes there are`

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string' },
    connections: { type: 'string', default: '1,16,64' },
    only: { type: 'string', default: operationNames.join(',') },
    subjects: { type: 'string', default: subjectNames.join(',') },
    size: { type: 'string', default: '2m' },
    profile: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
    times: { type: 'string', default: '1' },
    cases: { type: 'string', default: '' },
    statements: { type: 'boolean', default: false },
    beside: { type: 'string' },
    reminders: { type: 'boolean', default: false },
    'reminder-count': { type: 'string', default: '10000' },
    processes: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
})

const roundSeconds = Number(values.seconds ?? 2)

if (values.help) console.log(help)
else if (values.hostile)
  await measureHostile({
    seconds: Number(values.seconds ?? 20),
    names: values.cases.split(',').filter(Boolean),
    times: Number(values.times),
    execArgv: values.profile ? ['--cpu-prof'] : [],
  })
else if (values.statements)
  await measureStatements({ rounds: Number(values.rounds), beside: values.beside })
else if (values.reminders)
  await measureReminders({
    count: Number(values['reminder-count']),
    seconds: Number(values.seconds ?? 60),
    processes: Number(values.processes),
    execArgv: values.profile ? ['--cpu-prof'] : [],
  })
else await compare()

async function compare(): Promise<void> {
  await using stack = new AsyncDisposableStack()
  const names = pick(subjectNames, values.subjects)
  const operations = pick(operationNames, values.only)
  if (names.some((name) => name === 'mercurius' || name === 'postgraphile')) installPeers()
  const database = stack.use(await openBenchDatabase(values.size as BenchSize))
  const subjects: Subject[] = []
  for (const name of names) {
    const execArgv = values.profile && name === 'tend' ? ['--cpu-prof'] : []
    subjects.push(stack.use(await startSubject(name, database.url, { execArgv })))
  }
  const load = stack.use(startLoadGenerator())
  const askers = await createAskers(database)
  const cursors = operations.includes('page1000')
    ? await findCursors(database, askers.large, subjects)
    : {}
  const measured: Measured[] = []
  // The first round warms up, and isn't counted.
  for (const operation of operations)
    for (const connections of values.connections.split(',').map(Number))
      for (let round = 0; round <= Number(values.rounds); round += 1) {
        for (const subject of turned(subjects, round)) {
          const seconds = round === 0 ? Math.max(5, roundSeconds) : roundSeconds
          const asked = { operation, connections, seconds }
          const result = await measureRound(load, subject, asked, { askers, cursors })
          if (result && round > 0) measured.push(result)
          if (changesTasks(operation)) await restoreTasks(database, askers)
        }
        process.stderr.write(`${operation}, ${connections} connections, round ${round}\n`)
      }
  printResults(measured, subjects)
}

function changesTasks(operation: OperationName): boolean {
  return operation === 'createTask' || operation === 'completeTask'
}

/** Each round begins with another subject, so that none always comes after the same one. */
function turned<T>(items: readonly T[], by: number): T[] {
  const first = by % items.length
  return [...items.slice(first), ...items.slice(0, first)]
}

function pick<Name extends string>(all: readonly Name[], text: string): Name[] {
  const wanted = text.split(',')
  const unknown = wanted.find((name) => !all.some((one) => one === name))
  if (unknown !== undefined)
    throw new Error(`One of ${all.join(', ')} was expected, found ${unknown}`)
  return all.filter((name) => wanted.includes(name))
}
