import { parseArgs } from 'node:util'
import { openAccount } from './demo/account.ts'
import { fillAccount } from './demo/fill.ts'
import { listDemoTasks } from './demo/tasks.ts'
import { loadProductSettings } from './product/settings.ts'

// Fills an account of the running product with realistic data:
// npm run demo -- --email me@example.com --password "…" --tasks 200

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
  await fillAccount(listDemoTasks(options.tasks), {
    url: `${apiUrl}/graphql`,
    token: account.token,
    owner: account.email,
    onProgress: showProgress(options.tasks),
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
  if (!/^\d{1,5}$/.test(values.tasks)) {
    throw new Error(`--tasks is "${values.tasks}" and must be a number from 0 to 99999.`)
  }
  return { email: values.email, password: values.password, tasks: Number(values.tasks) }
}

/** Says where it stands once a second, and nothing at all when it is over sooner. */
function showProgress(total: number): (done: number) => void {
  let last = Date.now()
  return (done) => {
    if (Date.now() - last < 1_000) return
    last = Date.now()
    console.log(`  ${done} of ${total} tasks …`)
  }
}
