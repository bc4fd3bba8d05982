'use client'

import { type ComponentProps, useEffect, useRef } from 'react'

type EarlyForm = HTMLFormElement & { isLive?: boolean; wasSent?: boolean }

/**
 * A form that its handler submits. If it was submitted before the handler was there
 * (`early-submit.ts`), that is done once it is.
 */
export function LiveForm(props: Omit<ComponentProps<'form'>, 'ref' | 'method' | 'noValidate'>) {
  const ref = useRef<EarlyForm>(null)
  useEffect(() => {
    const form = ref.current
    if (!form || form.isLive) return
    form.isLive = true
    if (form.wasSent) form.requestSubmit()
  }, [])
  return <form {...props} ref={ref} method="post" noValidate data-live-form="" />
}
