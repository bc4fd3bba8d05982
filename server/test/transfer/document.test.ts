import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { startTestApp } from '../support/test-app.ts'
import { exportJsonFrom, importInto } from '../support/transfer.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const markdown = readFileSync(new URL('../../../docs/export.md', import.meta.url), 'utf8')
const [file, answer] = [...markdown.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text = '']) =>
  JSON.parse(text),
)

test('the file that the document shows can be imported, is answered as it says, and comes out again', async () => {
  const ada = await app.createPerson('ada')
  const { status, body } = await importInto(app.url, ada, file, '?profile=true')
  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.data).toEqual({ ...answer.data, mutationId: expect.any(String) })
  const out = await exportJsonFrom(app.url, ada)
  const inbox = out.lists[0].id
  const expected = JSON.stringify(file).replaceAll(file.lists[0].id, inbox)
  const ownToEach = { exportedAt: expect.any(String), syncCursor: expect.any(String) }
  expect(out).toEqual({ ...JSON.parse(expected), ...ownToEach })
})
