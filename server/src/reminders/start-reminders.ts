import type { Kysely } from 'kysely'
import type { UserDatabases } from '../db/user-database.ts'
import { type Deliverer, startDeliverer } from '../deliveries/deliverer.service.ts'
import type { Logger } from '../logger.ts'
import type { PushSender } from '../push/push-sender.service.ts'
import { createMailChannel, type MailChannelOptions } from './mail-channel.ts'
import { createPushChannel } from './push-channel.ts'
import { ringReminders } from './ring-reminders.ts'
import { sendPushes } from './send-pushes.ts'
import { sendSummaries } from './send-summaries.ts'

export type RemindersOptions = {
  databases: UserDatabases
  owner: Kysely<unknown>
  logger: Logger
  mail: MailChannelOptions
  push: PushSender
}

/** Rings reminders and sends summaries when they are due, in this process and the others. */
export function startReminders(options: RemindersOptions): Deliverer {
  const { databases, mail, push } = options
  const pushes = startDeliverer(sendPushes({ databases, push }), options)
  const channels = [
    ...(mail.mailer.canSend ? [createMailChannel(mail)] : []),
    createPushChannel({ webUrl: mail.webUrl, wake: pushes.wake }),
  ]
  // What was dealt with on one device is closed on the others: changes put pushes into the table, too.
  const deliverers = [
    pushes,
    startDeliverer(ringReminders({ databases, channels }), options),
    ...(mail.mailer.canSend ? [startDeliverer(sendSummaries(databases, mail), options)] : []),
  ]
  return {
    wake() {
      for (const deliverer of deliverers) deliverer.wake()
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(deliverers.map((deliverer) => deliverer[Symbol.asyncDispose]()))
    },
  }
}
