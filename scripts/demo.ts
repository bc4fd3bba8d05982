import { parseArgs } from 'node:util'
import { dayAt } from '../server/src/domain/dates/day.ts'
import { bulkSize } from '../server/src/domain/early-limits.ts'
import { openAccount } from './demo/account.ts'
import { send } from './demo/client.ts'
import { createContext } from './demo/context.ts'
import { fillAccount } from './demo/fill.ts'
import { listDemoTasks } from './demo/tasks.ts'
import { loadProductSettings } from './product/settings.ts'

// Fills an account of the running product with realistic data:
// npm run demo -- --email me@example.com --password "…" --tasks 200

const maxTasks = 100_000
const defaultPassword = 'small-steps-every-day'

try {
  await demo()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function demo(): Promise<void> {
  const options = readOptions()
  const { webUrl, apiUrl } = loadProductSettings()
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(webUrl).hostname)
  if (!isLocal && !options.password) {
    throw new Error(`${webUrl} may be open to others: give the account a --password of your own.`)
  }
  const password = options.password ?? defaultPassword
  const account = await openAccount(webUrl, { email: options.email, password })
  const client = { url: `${apiUrl}/graphql`, token: account.token }
  const me = await send<{ me: { timeZone: string } }>(client, '{ me { timeZone } }')
  const tasks = listDemoTasks(options.tasks, {
    ...(await createContext(client, account.email)),
    owner: account.email,
    today: dayAt(Temporal.Now.instant(), me?.me.timeZone ?? 'UTC'),
  })
  await fillAccount(client, tasks, (done) => {
    if (tasks.length > bulkSize.max) console.log(`  ${done} of ${tasks.length} tasks`)
  })
  console.log(`
  ${account.isNew ? 'A new account' : 'The account'} has the ${options.tasks} demo tasks now.

    Open      ${webUrl}/login
    E-mail    ${account.email}
    Password  ${account.password}
`)
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      email: { type: 'string', default: 'demo@tend.local' },
      password: { type: 'string' },
      tasks: { type: 'string', default: '40' },
    },
  })
  const tasks = Number(values.tasks)
  if (!/^\d+$/.test(values.tasks) || tasks > maxTasks) {
    throw new Error(`--tasks is "${values.tasks}" and must be a number from 0 to ${maxTasks}.`)
  }
  return { email: values.email, password: values.password, tasks }
}
