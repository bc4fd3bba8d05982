import './product/stop-with-parent.ts'
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { type Part, startPart } from './product/part.ts'
import { checkPortIsFree, describeReach, toLocalUrl } from './product/ports.ts'
import { buildServiceWorker } from './product/service-worker.ts'
import { loadProductSettings, type ProductSettings, repositoryRoot } from './product/settings.ts'
import { waitForAnswer } from './product/wait.ts'
import { buildWeb, isWebBuildCurrent, webFolder } from './product/web-build.ts'

// Starts the API and the web app, or with `--only web` the web app alone, and stops them together.
// `--reload` starts both from their sources and again after each change.

type Options = { only: string | undefined; reload: boolean }

const signUpWords = {
  open: 'open to everybody who comes there',
  invite: 'by invitation (`npm run invite` makes one)',
  closed: 'closed',
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, reload: { type: 'boolean', default: false } },
})
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stop.abort())
}
const parts: Part[] = []
try {
  await run(loadProductSettings(), { only: values.only, reload: values.reload })
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
} finally {
  stop.abort()
  await Promise.all(parts.map((part) => part.stop()))
}
process.exit()

/** Runs until a part ends or somebody asks to stop; rejects in both cases. */
async function run(settings: ProductSettings, options: Options): Promise<void> {
  const { signal } = stop
  const { hosts, apiPort, webPort } = settings
  const startsApi = options.only !== 'web'
  if (startsApi) await checkPortIsFree(apiPort, 'API_PORT', hosts)
  await checkPortIsFree(webPort, 'WEB_PORT', hosts)
  signal.throwIfAborted()

  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })
  aborted.catch(() => {})
  const api = startsApi ? startApi(settings, options) : undefined
  const apiReady = api && waitForAnswer(`${toLocalUrl(apiPort, hosts)}/readyz`, 'API', signal)
  apiReady?.catch(() => {})
  const build = options.reload ? buildServiceWorker() : buildWebWhenNeeded(settings, signal)
  const unlessOver = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([work, aborted, ...parts.map((part) => part.failure)])

  // The embedded database runs in the API, so before that the web app has no database.
  await unlessOver(Promise.all([build, settings.embeddedDataDir && apiReady]))
  const web = startWeb(settings, options)
  await unlessOver(
    Promise.all([
      apiReady,
      waitForAnswer(`${toLocalUrl(webPort, hosts)}/login`, 'web app', signal),
    ]),
  )
  api?.showOutput()
  web.showOutput()
  if (startsApi) printAddresses(settings)
  else {
    const reach = describeReach(settings.hosts)
    console.log(`\n  The web app is running: ${settings.webUrl}, open to ${reach}\n`)
  }
  await unlessOver(new Promise<never>(() => {}))
}

async function buildWebWhenNeeded(settings: ProductSettings, signal: AbortSignal): Promise<void> {
  if (isWebBuildCurrent()) return
  console.log('  Building the web app, once …')
  await buildWeb({ ...settings.env, NODE_ENV: toMode(false) }, signal)
}

function startApi({ env }: ProductSettings, { reload }: Options): Part {
  const part = startPart({
    name: 'API',
    args: [...(reload ? ['--watch', '--watch-preserve-output'] : []), 'server/src/main.ts'],
    cwd: repositoryRoot,
    // A terminal that people look at only shows what they should know.
    env: {
      ...env,
      NODE_ENV: toMode(reload),
      LOG_LEVEL: env.LOG_LEVEL || (reload ? 'info' : 'warn'),
    },
    verbose: reload,
  })
  parts.push(part)
  return part
}

function startWeb({ env }: ProductSettings, { reload }: Options): Part {
  const part = startPart({
    name: 'web app',
    args: ['src/serve.ts'],
    cwd: webFolder,
    env: { ...env, NODE_ENV: toMode(reload) },
    verbose: reload,
  })
  parts.push(part)
  return part
}

/** The person who starts Tend may have another mode set for programs of their own. */
function toMode(reload: boolean): 'development' | 'production' {
  return reload ? 'development' : 'production'
}

function printAddresses(settings: ProductSettings): void {
  const { webUrl, apiUrl, embeddedDataDir, localMailUrl, hasNoMail, signUp } = settings
  const data = embeddedDataDir
    ? `${relative(process.cwd(), embeddedDataDir) || embeddedDataDir} (embedded database)`
    : 'on your Postgres server'
  const mail = localMailUrl ?? (hasNoMail ? 'none: set SMTP_URL to send it' : 'sent by your server')
  console.log(`
  Tend is running.

    App   ${webUrl}
    API   ${apiUrl}/graphql
    Data  ${data}
    Mail  ${mail}
    Open  to ${describeReach(settings.hosts)}; sign-up is ${signUpWords[signUp]}

  Ctrl-C stops it.
`)
}
