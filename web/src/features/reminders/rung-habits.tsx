'use client'

import type { Client } from '@urql/core'
import { lazy, useEffect, useRef } from 'react'
import { useClient } from 'urql'
import { findPushOffer, takePushOffer } from '../../installed/push-offer.ts'
import { turnOnPush } from '../../installed/turn-on-push.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { Later } from '../../ui/hydration/later.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { followRung } from './follow-rung.ts'
import {
  closeRungDialog,
  openRungDialog,
  readRungDialog,
  useRungDialog,
} from './rung-dialog.store.ts'
import { RungList } from './rung-list.tsx'
import type { RungReminder } from './rung-state.ts'
import { describeRung } from './rung-words.ts'

// The list comes with what follows it, and needs little; the dialog around it is that of others.
const Dialog = lazy(() =>
  import('../../ui/layers/dialog.tsx').then((module) => ({ default: module.Dialog })),
)

/** Follows what rings, says so in a message, and shows the list of it when that is asked for. */
export function RungHabits() {
  const client = useClient()
  const dialog = useRungDialog()
  const before = useRef<HTMLElement>(null)
  before.current = dialog?.before ?? null
  useEffect(
    () => followRung(client, { onRing: tellRung, onFirst: () => offerPush(client) }),
    [client],
  )
  useShortcut('showReminders', openRungDialog)
  if (!dialog) return null
  return (
    <Later>
      <Dialog title="Reminders" open={dialog.open} onClose={closeRungDialog} returnFocus={before}>
        <RungList onLeave={closeRungDialog} />
      </Dialog>
    </Later>
  )
}

/** Where the list is open, it is there already. */
function tellRung(rung: RungReminder[]): void {
  if (readRungDialog()?.open) return
  showToast({
    text: describeRung(rung),
    action: { label: 'Show', run: openRungDialog },
    waits: true,
  })
}

/** Of a first reminder that was set elsewhere than in its popup, which asks there. */
function offerPush(client: Client): void {
  if (findPushOffer() !== 'ask') return
  takePushOffer()
  showToast({
    text: 'Notify this device when reminders come?',
    action: {
      label: 'Turn on',
      run: async () => {
        const problem = await turnOnPush(client)
        showToast({ text: problem ?? 'Notifications are on for this device.' })
      },
    },
    waits: true,
  })
}
