import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'
import { launchBrowser } from '../../web/e2e/support/browser.ts'
import type * as operations from '../src/generated/operations.ts'
import type * as runtime from '../src/index.ts'
import { startApi } from './support/together.ts'

declare const tend: typeof runtime & typeof operations

const src = join(import.meta.dirname, '../src')
const entry = join(src, 'entry.ts')
const code = "export * from './index.ts'\nexport * from './generated/operations.ts'"

test('a page of another origin calls, pages, follows and reads errors', async () => {
  await using app = await startApi()
  const ada = await app.createPerson('ada')
  await using site = await startSite(await bundle())
  await using browser = await launchBrowser()
  const page = await browser.newPage()
  await page.goto(site.url)
  const found = await page.evaluate(
    async ({ url, token }) => {
      const client = tend.createClient({ url, token })
      const cursor = await tend.syncCursor(client)
      const { mutationId, task } = await tend.createTask(client, { title: 'From a page' })
      const titles: string[] = []
      for await (const one of tend.eachNode((some) => tend.tasks(client, some)))
        titles.push(one.title)
      const followed: string[] = []
      for await (const { changes } of tend.followChanges(client, cursor)) {
        followed.push(...changes.map((change) => change.mutationId))
        if (followed.length > 0) break
      }
      const error = await tend.updateTask(client, { id: task.id, title: '' }).then(
        () => undefined,
        (reason: unknown) => reason,
      )
      const isOurs = error instanceof tend.TendError
      return { mutationId, titles, followed, error: isOurs && [error.code, error.requestId] }
    },
    { url: app.url, token: ada.token },
  )
  expect(found).toEqual({
    mutationId: expect.any(String),
    titles: ['From a page'],
    followed: [found.mutationId],
    error: ['BAD_USER_INPUT', expect.any(String)],
  })
})

/** The client as a script that a page can have. */
async function bundle(): Promise<string> {
  const plugin = {
    name: 'entry',
    resolveId: (id: string) => (id === entry ? id : undefined),
    load: (id: string) => (id === entry ? code : undefined),
  }
  await using made = await rolldown({ input: entry, platform: 'browser', plugins: [plugin] })
  const { output } = await made.generate({ format: 'iife', name: 'tend', minify: true })
  return output[0].code
}

async function startSite(script: string) {
  const html = '<!doctype html><title>A site</title><script src="client.js"></script>'
  const server = createServer(({ url }, response) => {
    const isScript = url === '/client.js'
    response.writeHead(200, {
      'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/html',
    })
    response.end(isScript ? script : html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
