import { createApp } from './app.ts'
import { listClearAddresses } from './domain/settings/production.ts'
import { readServerEnv } from './env.ts'
import { createLogger } from './logger.ts'

// What this process makes is for this account alone: the embedded database, and files on their way.
process.umask(0o077)

// Heard from the first moment on: an end in the midst of the start would cut off the embedded database too.
const stopAsked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
})

try {
  const config = readServerEnv(process.env)
  const logger = createLogger(config.logLevel)
  const app = await createApp(config, logger)
  logger.info({ url: config.apiUrl, port: app.port, hosts: config.hosts }, 'the API is ready')

  // Node would print all that the error holds.
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'the API ends because of an error that nothing caught')
    process.exit(1)
  })
  for (const address of listClearAddresses(process.env, [config.apiUrl, ...config.webOrigins]))
    logger.warn({ address }, 'passwords and tokens travel here in clear: let https end before Tend')

  await stopAsked
  await app[Symbol.asyncDispose]()
  process.exit(0)
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`)
  process.exit(1)
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, port } = error as { code?: string; port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port}, where the API listens, is taken. Free it, or set API_PORT to another one.`
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
