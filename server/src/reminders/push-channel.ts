import { insertDeliveries } from '../deliveries/delivery.queries.ts'
import type { PushMessage } from '../domain/push/push-message.ts'
import { startSentence } from '../domain/text/start-sentence.ts'
import type { Channel, ReminderNotice } from './channel.ts'
import { describeDue } from './reminder.mail.ts'
import { pushKind, pushUsefulMs } from './send-pushes.ts'

export type PushChannelOptions = {
  webUrl: string
  /** Has what was put sent. */
  wake(): void
}

/** Reminders as notifications: a delivery once the reminder has rung, which `sendPushes` takes to the devices. */
export function createPushChannel({ webUrl, wake }: PushChannelOptions): Channel {
  return {
    name: 'PUSH',
    async put(transaction, notices) {
      const pushes = notices.map((notice) => {
        const { userId, dedupe, taskId, nowMs } = notice
        return {
          ...{ userId, dedupe: `push:${dedupe}`, kind: pushKind, subjectId: taskId },
          detail: { message: writeMessage(notice, webUrl), ring: dedupe },
          ...{ fireMs: nowMs, notAfterMs: nowMs + pushUsefulMs, state: 'waiting' as const },
        }
      })
      await insertDeliveries(transaction, pushes)
    },
    send: wake,
  }
}

function writeMessage(notice: ReminderNotice, webUrl: string): PushMessage {
  const { taskId, reminderId } = notice
  const due = describeDue(notice)
  return {
    kind: 'show',
    notification: {
      title: notice.title ?? 'Reminder',
      ...(due && { body: startSentence(due) }),
      navigate: `${webUrl}/task/${taskId}`,
      tag: reminderId,
      data: { taskId, reminderId },
    },
  }
}
