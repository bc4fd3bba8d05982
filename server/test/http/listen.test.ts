import { createServer, get, type Server } from 'node:http'
import { networkInterfaces } from 'node:os'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listen } from '../../src/http/listen.ts'

const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
const hasIpv6 = addresses.some(({ address }) => address === '::1')
const other = addresses.find(({ internal, family }) => !internal && family === 'IPv4')?.address

function startServer(answer = 'here'): Server {
  return createServer((_request, response) => response.end(answer))
}

function ask(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host, port, agent: false }, (response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve(text))
    }).on('error', (error: NodeJS.ErrnoException) => reject(new Error(error.code)))
  })
}

const loopback = ['127.0.0.1', '::1']

test.runIf(hasIpv6)(
  'a server on loopback answers at both of its addresses, and at no other',
  async () => {
    const listening = await listen(startServer(), 0, loopback)
    onTestFinished(() => listening.close())
    expect(await Promise.all(loopback.map((host) => ask(host, listening.port)))).toEqual([
      'here',
      'here',
    ])
    if (other) await expect(ask(other, listening.port)).rejects.toThrow('ECONNREFUSED')
  },
)

describe.runIf(hasIpv6)('on the second address', () => {
  test('a request from before it closed is answered, and none is accepted after', async () => {
    let answer = () => {}
    let isAsked = () => {}
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve
    })
    const server = createServer((_request, response) => {
      answer = () => response.end('in the end')
      isAsked()
    })
    const { port, close } = await listen(server, 0, loopback)
    const waiting = ask('::1', port)
    await asked
    let isClosed = false
    const closed = close().then(() => {
      isClosed = true
    })
    for (const host of loopback) await expect(ask(host, port)).rejects.toThrow('ECONNREFUSED')
    expect(isClosed).toBe(false)
    answer()
    expect(await waiting).toBe('in the end')
    server.closeIdleConnections()
    await closed
  })

  test('a port that another process uses there is taken', async () => {
    const first = await listen(startServer(), 0, ['::1'])
    onTestFinished(() => first.close())
    const second = listen(startServer(), first.port, loopback)
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await expect(ask('127.0.0.1', first.port)).rejects.toThrow('ECONNREFUSED')
  })
})
