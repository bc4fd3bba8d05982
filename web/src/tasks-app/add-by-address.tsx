'use client'

import { useEffect, useState } from 'react'
import { overlayDraft } from '../features/quick-add/quick-add-dialog.tsx'
import { QuickAddOverlay } from '../features/quick-add/quick-add-overlay.tsx'
import { readAddRequest } from '../installed/add-request.ts'
import { readDraft, writeDraft } from '../model/drafts/drafts.ts'
import { goTo, readAddress } from '../places/navigation.ts'

/** Opens quick add when the page's address asks for it, with what was shared to the app. */
export function AddByAddress() {
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    const asked = readAddRequest(window.location.search)
    const address = readAddress()
    if (asked === undefined || !address) return
    // A line that somebody has begun stays.
    const { name } = overlayDraft
    if (asked) writeDraft(name, [readDraft(name), asked].filter(Boolean).join(' '))
    // Loading the page again must not ask again.
    goTo(address, { replace: true })
    setOpen(true)
  }, [])

  return isOpen && <QuickAddOverlay place={{ kind: 'inbox' }} onClose={() => setOpen(false)} />
}
