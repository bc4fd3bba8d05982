import { serverAudits } from 'graphql-http'
import { afterAll, expect, test } from 'vitest'
import { startTestApp } from '../support/test-app.ts'

// The official audits of the GraphQL-over-HTTP specification, asked with a token.

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const audits = serverAudits({
  url: `${app.url}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${ada.token}`)
    return fetch(url, { ...init, headers })
  },
})

test('no audit is left out: MUST, SHOULD and MAY', () => {
  expect(audits).toHaveLength(61)
})

test.each(audits)('$id $name', async (audit) => {
  const result = await audit.fn()
  if (result.status !== 'ok') throw new Error(`${result.status}: ${result.reason}`)
})
