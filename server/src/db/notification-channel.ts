import { setTimeout as sleep } from 'node:timers/promises'
import { Client as NeonClient } from '@neondatabase/serverless'
import pg from 'pg'
import type { Logger } from '../logger.ts'
import { openNotification, sealNotification } from './notification-seal.ts'
import { streamOf } from './pg-internals.ts'
import { isNeon } from './pool.ts'

export type NotificationChannelOptions = {
  /** A direct address: a pooler in transaction mode can't LISTEN. */
  url: string
  connectTimeoutSeconds: number
  /** Shared by all processes, because every connected role may listen and notify. */
  secrets: { current: string; previous?: string | undefined }
  logger: Logger
  /** Other processes have changed data of these people. */
  onNotified(userIds: readonly string[]): void
  /** The connection is open, and notifications from before that were missed. */
  onConnected(): void
}

/**
 * Notifies the other API processes whose data has changed, through LISTEN/NOTIFY on one separate
 * connection. Never inside a mutation's transaction: NOTIFY makes all commits of the whole server wait for
 * each other. Notifications may get lost, and do while the database is unavailable; the log can't.
 */
export interface NotificationChannel extends AsyncDisposable {
  /** Soon, with others in one message. Never throws. */
  notify(userId: string): void
}

const channel = 'tend_changes'
// NOTIFY takes payloads of less than 8,000 bytes, of which sealing takes a quarter.
const maxListBytes = 5_900
const batchMs = 10
const firstWaitMs = 250
const longestWaitMs = 10_000
const maxWaiting = 10_000
const closeMs = 1_000

export function openNotificationChannel(options: NotificationChannelOptions): NotificationChannel {
  const stop = new AbortController()
  const waiting = new Set<string>()
  let client: pg.Client | undefined
  let isSending = false
  const stopped = new Promise<void>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve())
  })

  /** Sends the first one at once, and those that come meanwhile and soon after together. */
  async function sendAll(): Promise<void> {
    isSending = true
    try {
      while (waiting.size > 0 && client && !stop.signal.aborted) {
        const lists = packUserIds([...waiting])
        waiting.clear()
        for (const list of lists) {
          const payload = sealNotification(list, options.secrets.current)
          await client?.query('select pg_notify($1, $2)', [channel, payload])
        }
        await sleep(batchMs, undefined, { signal: stop.signal, ref: false }).catch(() => {})
      }
    } catch (error) {
      options.logger.warn({ err: error }, 'a notification to other processes was lost')
    } finally {
      isSending = false
    }
  }

  async function stayConnected(): Promise<void> {
    let waitMs = firstWaitMs
    while (!stop.signal.aborted) {
      const current = newClient(options)
      const ended = new Promise<void>((resolve) => {
        current.once('end', resolve)
        current.once('error', () => resolve())
      })
      try {
        current.on('notification', ({ processId, payload }) => {
          // Subscribers in this process were notified at once.
          const own = processId === (current as unknown as { processID: number }).processID
          const list = own ? undefined : openNotification(payload ?? '', options.secrets)
          if (list) options.onNotified(JSON.parse(list))
        })
        const listening = current.connect().then(() => current.query(`listen ${channel}`))
        await Promise.race([listening, stopped])
        if (stop.signal.aborted) listening.catch(() => {})
        else {
          client = current
          waitMs = firstWaitMs
          options.onConnected()
          await Promise.race([ended, stopped])
        }
      } catch (error) {
        options.logger.warn({ err: error }, 'the notification channel is down, trying again')
      }
      client = undefined
      current.removeAllListeners('notification')
      await closeSoon(current)
      await sleep(waitMs * (0.5 + Math.random()), undefined, { signal: stop.signal }).catch(
        () => {},
      )
      waitMs = Math.min(waitMs * 2, longestWaitMs)
    }
  }
  const connected = stayConnected()

  return {
    notify(userId) {
      if (!client || waiting.size >= maxWaiting) return
      waiting.add(userId)
      if (!isSending) void sendAll()
    },
    async [Symbol.asyncDispose]() {
      stop.abort()
      await connected
    },
  }
}

/** JSON lists of ids, each small enough for one NOTIFY. */
export function packUserIds(userIds: readonly string[]): string[] {
  const payloads: string[] = []
  let parts: string[] = []
  let length = 2
  for (const part of userIds.map((userId) => JSON.stringify(userId))) {
    const size = Buffer.byteLength(part) + 1
    if (parts.length > 0 && length + size > maxListBytes) {
      payloads.push(`[${parts.join(',')}]`)
      parts = []
      length = 2
    }
    parts.push(part)
    length += size
  }
  if (parts.length > 0) payloads.push(`[${parts.join(',')}]`)
  return payloads
}

/** The address that reaches the database itself. Neon's pooler differs from it by a name's ending. */
export function directUrl(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  if (isNeon(databaseUrl)) url.hostname = url.hostname.replace(/^([^.]+)-pooler\./, '$1.')
  return url.href
}

function newClient({ url, connectTimeoutSeconds }: NotificationChannelOptions): pg.Client {
  const options: pg.ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutSeconds * 1000,
    application_name: 'tend-nudges',
    keepAlive: true,
  }
  const client = isNeon(url)
    ? (new NeonClient(options) as unknown as pg.Client)
    : new pg.Client(options)
  client.on('error', () => {})
  return client
}

/** A database that doesn't answer must not delay a process that stops. */
async function closeSoon(client: pg.Client): Promise<void> {
  const ended = client.end().catch(() => {})
  await Promise.race([ended, sleep(closeMs, undefined, { ref: false })])
  streamOf(client).destroy()
}
