import { useClient } from 'urql'
import { graphql } from '../../graphql/document.ts'
import { runMutation } from '../../graphql/run-mutation.ts'
import { turnOffPushHere, turnOnPush } from '../../installed/turn-on-push.ts'
import { showToast } from '../../ui/toasts/toast-queue.ts'

const DeletePushSubscription = graphql(`
  mutation DeletePushSubscription($input: DeletePushSubscriptionInput!) {
    deletePushSubscription(input: $input) {
      pushSubscription {
        id
      }
    }
  }
`)

const TestPushSubscription = graphql(`
  mutation TestPushSubscription($input: TestPushSubscriptionInput!) {
    testPushSubscription(input: $input) {
      pushSubscription {
        id
      }
    }
  }
`)

export type PushDevicesActions = {
  /** Undefined once they are on; otherwise a sentence that says why not. */
  turnOn(): Promise<string | undefined>
  turnOffHere(id: string): Promise<void>
  turnOff(id: string, device: string): Promise<void>
  sendTest(id: string): Promise<void>
}

/** Turns notifications on and off, and says in a message how that went. None throws. */
export function usePushDevices(refresh: () => void): PushDevicesActions {
  const client = useClient()

  async function remove(id: string, done: string): Promise<boolean> {
    const outcome = await runMutation(client, DeletePushSubscription, { input: { id } })
    showToast({ text: outcome.ok ? done : outcome.message })
    return outcome.ok
  }

  return {
    async turnOn() {
      const problem = await turnOnPush(client)
      if (!problem) refresh()
      return problem
    },
    async turnOffHere(id) {
      if (await remove(id, 'Notifications are off on this device.')) await turnOffPushHere()
      refresh()
    },
    async turnOff(id, device) {
      await remove(id, `Notifications are off: ${device}.`)
      refresh()
    },
    async sendTest(id) {
      const outcome = await runMutation(client, TestPushSubscription, { input: { id } })
      const sent = 'Sent. If nothing appears, check the notification settings of your system.'
      showToast({ text: outcome.ok ? sent : outcome.message })
    },
  }
}
