import type { Kysely } from 'kysely'
import type { UserDatabases } from '../db/user-database.ts'
import { type Deliverer, startDeliverer } from '../deliveries/deliverer.service.ts'
import type { Logger } from '../logger.ts'
import type { PushSender } from '../push/push-sender.service.ts'
import type { Channel } from './channel.ts'
import { createPushChannel } from './push-channel.ts'
import { ringReminders } from './ring-reminders.ts'
import { sendPushes } from './send-pushes.ts'

export type RemindersOptions = {
  databases: UserDatabases
  owner: Kysely<unknown>
  logger: Logger
  channels: readonly Channel[]
  push: PushSender
  webUrl: string
}

/** Rings reminders when they are due, in this process and the others. */
export function startReminders(options: RemindersOptions): Deliverer {
  const { databases, channels, push, webUrl } = options
  const pushes = startDeliverer(sendPushes({ databases, push }), options)
  const pushChannel = createPushChannel({ webUrl, wake: pushes.wake })
  const ringing = startDeliverer(
    ringReminders({ databases, channels: [...channels, pushChannel] }),
    options,
  )
  return {
    wake: ringing.wake,
    async [Symbol.asyncDispose]() {
      await ringing[Symbol.asyncDispose]()
      await pushes[Symbol.asyncDispose]()
    },
  }
}
