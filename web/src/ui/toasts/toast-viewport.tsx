'use client'

import { Toast } from '@base-ui/react/toast'
import { useEffect, useRef } from 'react'
import { CloseIcon } from '../marks/more-icons.tsx'
import { QuotedText } from '../marks/quoted-text.tsx'
import { connectToastViewport, type ToastMessage } from './toast-queue.ts'
import { joinRow } from './toast-row.ts'
import styles from './toast-viewport.module.css'

const undoMs = 10_000
const messageMs = 6_000

/** The messages themselves, one at a time. `F6` moves the focus to them. */
export function ToastViewport() {
  return (
    <Toast.Provider timeout={messageMs}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { toasts, add, close } = Toast.useToastManager()
  const shown = useRef<ToastMessage>(undefined)
  const later = useRef<ToastMessage>(undefined)

  useEffect(() => {
    function show(next: ToastMessage): void {
      if (next.waits && shown.current && !shown.current.waits) {
        later.current = next
        return
      }
      const message = joinRow(shown.current, next)
      const { text, action } = message
      shown.current = message
      // A limit would only hide the previous one, and show it again once this one is gone.
      close()
      const id = add({
        title: text,
        timeout: action ? undoMs : messageMs,
        onClose() {
          if (shown.current !== message) return
          shown.current = undefined
          const waiting = later.current
          later.current = undefined
          if (waiting) show(waiting)
        },
        ...(action && {
          actionProps: {
            children: action.label,
            onClick: () => {
              close(id)
              action.run()
            },
          },
        }),
      })
    }
    return connectToastViewport(show)
  }, [add, close])

  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast}>
      <Toast.Content className={styles.content}>
        <Toast.Title render={<p />} className={styles.title}>
          <QuotedText text={String(toast.title)} />
        </Toast.Title>
        {toast.actionProps && <Toast.Action className={styles.action} />}
        <Toast.Close className={styles.close} aria-label="Dismiss">
          <CloseIcon />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
