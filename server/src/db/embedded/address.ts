import { createHash, hkdfSync } from 'node:crypto'
import { resolve } from 'node:path'

export type EmbeddedSettings = {
  /** Absolute path of the folder that holds the database and the secret. */
  dataDir: string
  /** The secret shared by the API and the web app. */
  secret: string
  /** The loopback port; derived from the folder when left out. */
  port?: number | undefined
}

export type EmbeddedAddress = {
  port: number
  password: string
  url: string
}

// Below the ephemeral range of Linux, macOS and Windows, so that no outgoing connection uses it.
const firstPort = 20_000
const portCount = 10_000

/**
 * Where the embedded database listens, and its password. Both processes compute it from what they
 * share (folder and secret), so nothing has to be passed on, and two folders rarely get the same port.
 */
export function embeddedAddress(settings: EmbeddedSettings): EmbeddedAddress {
  const folderHash = createHash('sha256').update(resolve(settings.dataDir)).digest()
  const port = settings.port ?? firstPort + (folderHash.readUInt32BE(0) % portCount)
  const key = hkdfSync('sha256', settings.secret, '', 'tend:embedded-database:v1', 24)
  const password = Buffer.from(key).toString('base64url')
  return { port, password, url: `postgres://tend:${password}@127.0.0.1:${port}/tend` }
}
