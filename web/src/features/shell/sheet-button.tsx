'use client'

import { lazy, type ReactNode, useRef, useState } from 'react'
import { type Place, printAddress } from '../../places/address.ts'
import { IconButton } from '../../ui/button.tsx'
import { Later } from '../../ui/hydration/later.tsx'
import { SidebarIcon } from '../../ui/marks/icons.tsx'

const loadSheet = () => import('../../ui/layers/sheet.tsx')

// Only phones need it, and only on request.
const Sheet = lazy(() => loadSheet().then((module) => ({ default: module.Sheet })))

export type SheetButtonProps = {
  place: Place
  /** What the sheet shows; `leave` closes it. */
  children: (leave: () => void) => ReactNode
}

/** Opens the sidebar over the page; going anywhere closes it. */
export function SheetButton({ place, children }: SheetButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [openedAt, setOpenedAt] = useState<string>()
  const here = printAddress({ place })
  // Otherwise it would open again when the person comes back.
  if (openedAt && openedAt !== here) setOpenedAt('')
  return (
    <>
      <IconButton
        ref={button}
        label="Menu"
        aria-haspopup="dialog"
        onPointerEnter={() => void loadSheet().catch(() => {})}
        onClick={() => setOpenedAt(here)}
      >
        <SidebarIcon />
      </IconButton>
      {openedAt !== undefined && (
        <Later>
          <Sheet
            title="Menu"
            open={openedAt === here}
            onClose={() => setOpenedAt('')}
            returnFocus={button}
          >
            {children(() => setOpenedAt(''))}
          </Sheet>
        </Later>
      )}
    </>
  )
}
