import type { Kysely } from 'kysely'
import type { UserDatabases } from '../db/user-database.ts'
import { type Deliverer, startDeliverer } from '../deliveries/deliverer.service.ts'
import type { Logger } from '../logger.ts'
import type { Channel } from './channel.ts'
import { ringReminders } from './ring-reminders.ts'

export type RemindersOptions = {
  databases: UserDatabases
  owner: Kysely<unknown>
  logger: Logger
  channels: readonly Channel[]
}

/** Rings reminders when they are due, in this process and the others. */
export function startReminders({ databases, channels, ...options }: RemindersOptions): Deliverer {
  return startDeliverer(ringReminders({ databases, channels }), options)
}
