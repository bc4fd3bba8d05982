import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { send } from './client.ts'

test('an operation that the budget has no room for is sent again after the wait', async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    if (asked === 1) response.writeHead(429, { 'retry-after': '1' })
    response.end(JSON.stringify(asked === 1 ? { errors: [{ message: 'Wait' }] } : { data: 'done' }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  expect(await send({ url: `http://127.0.0.1:${port}`, token: 'any' }, '{ me }')).toBe('done')
  expect(asked).toBe(2)
  server.close()
})
