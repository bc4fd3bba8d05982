import type { Kysely } from 'kysely'
import type { UserDatabases } from '../db/user-database.ts'
import type { Deliverer } from '../deliveries/deliverer.service.ts'
import { wakeDeliveries } from '../deliveries/delivery.queries.ts'
import { startPatientDeliverer } from '../deliveries/patient-deliverer.service.ts'
import type { Logger } from '../logger.ts'
import type { Mailer } from '../mail/mailer.ts'
import { createPoster } from '../outgoing/poster.ts'
import type { SealSecrets } from '../seal.ts'
import { followLog } from './follow-log.ts'
import { sendOnce } from './send-once.ts'
import { followKind } from './webhook-delivery.queries.ts'
import { createWebhookSender } from './webhook-sender.service.ts'

export type WebhooksOptions = {
  databases: UserDatabases
  owner: Kysely<unknown>
  logger: Logger
  mailer: Mailer
  webUrl: string
  secrets: SealSecrets
  trustedOrigins: readonly string[]
}

const timeoutMs = 15_000
const answerBytes = 4_096

/** Sends what happens to webhooks, in this process and the others. */
export function startWebhooks(options: WebhooksOptions): Deliverer {
  const { databases, owner, logger, mailer, webUrl, secrets, trustedOrigins } = options
  const poster = createPoster({ trustedOrigins, timeoutMs, answerBytes })
  const sender = createWebhookSender({ post: poster.post, secrets, trustedOrigins })
  const deliverers = [
    startPatientDeliverer(followLog({ databases, sender, mailer, webUrl }), options),
    startPatientDeliverer(sendOnce({ databases, sender }), options),
  ]
  const wake = () => {
    for (const deliverer of deliverers) deliverer.wake()
  }
  // What is idle for long would still have the former secret of the installation when that is taken away.
  const resealing = secrets.previous === undefined ? undefined : resealAll()
  async function resealAll(): Promise<void> {
    try {
      await wakeDeliveries(owner, followKind)
      wake()
    } catch (error) {
      logger.warn({ err: error }, 'secrets of webhooks are sealed again only when they are used')
    }
  }
  return {
    wake,
    async [Symbol.asyncDispose]() {
      await resealing
      await Promise.all(deliverers.map((deliverer) => deliverer[Symbol.asyncDispose]()))
      poster[Symbol.dispose]()
    },
  }
}
