import { afterAll } from 'vitest'
import { type Forwarder, startForwarder } from '../../../server/test/support/forwarder.ts'
import { findFreePort } from '../../../server/test/support/free-port.ts'
import { shareProduct } from './shared-product.ts'

type Running = ReturnType<typeof shareProduct> & { network: Forwarder }

/**
 * As `shareProduct`, but browsers reach the API through a network that can break; all others reach it
 * directly.
 */
export function shareProductBehindNetwork(): Running {
  const running = shareProduct(async () => {
    const apiPort = await findFreePort()
    running.network = await startForwarder({ target: { host: '127.0.0.1', port: apiPort } })
    return {
      API_PORT: String(apiPort),
      API_URL: `http://127.0.0.1:${running.network.port}`,
      API_INTERNAL_URL: `http://127.0.0.1:${apiPort}`,
    }
  }) as Running
  afterAll(() => running.network?.[Symbol.asyncDispose]())
  return running
}
