import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startPart } from './part.ts'
import { checkPortIsFree, describeReach } from './ports.ts'

function start(code: string) {
  const env = { PATH: process.env.PATH }
  return startPart({ name: 'API', args: ['--eval', code], cwd: '.', env, verbose: false })
}

test('a part that fails reports its own output, and nothing else', async () => {
  const part = start(
    'console.log("noise"); console.error("The folder is in use."); process.exit(1)',
  )
  await expect(part.failure).rejects.toThrow(/^The folder is in use\.$/)
})

test('a part that ends without output is named', async () => {
  const part = start('process.kill(process.pid, "SIGKILL")')
  await expect(part.failure).rejects.toThrow('The API ended by itself')
})

test('a part that is stopped may finish its work, and hasn’t failed', async () => {
  const part = start(`
    process.on('SIGTERM', () => setTimeout(() => process.exit(1), 200))
    setInterval(() => {}, 1000)`)
  const failed = part.failure.catch(() => 'failed')
  await sleep(500)
  await part.stop()
  await sleep(200)
  expect(await Promise.race([failed, 'stopped'])).toBe('stopped')
})

test('a taken port is refused with the variable to change', async () => {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await expect(checkPortIsFree(port, 'WEB_PORT', [])).rejects.toThrow(
    new RegExp(`^Port ${port} is taken: .* set WEB_PORT to a free one\\.$`),
  )
  server.close()
  await once(server, 'close')
  await expect(checkPortIsFree(port, 'WEB_PORT', [])).resolves.toBeUndefined()
})

test.each([
  [['127.0.0.1', '::1'], 'this computer alone'],
  [[], 'everybody who reaches this machine, on all its addresses'],
  [['0.0.0.0'], 'everybody who reaches this machine, on all its addresses'],
  [['192.168.1.7'], 'everybody who reaches 192.168.1.7'],
])('a server that listens on %j is open to %s', (hosts, words) => {
  expect(describeReach(hosts)).toBe(words)
})
