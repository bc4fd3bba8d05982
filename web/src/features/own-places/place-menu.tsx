'use client'

import { lazy, useRef, useState } from 'react'
import { useShell } from '../../model/shell/use-shell.ts'
import type { Place } from '../../places/address.ts'
import { IconButton } from '../../ui/button.tsx'
import { Later } from '../../ui/hydration/later.tsx'
import { MoreIcon } from '../../ui/marks/icons.tsx'
import type { Edit } from './editing.ts'
import { findOwnPlace } from './own-place.ts'

const loadPopup = () => import('./place-popup.tsx')

// Opens on request only, so its code isn't part of what the app loads first.
const PlacePopup = lazy(() => loadPopup().then((module) => ({ default: module.PlacePopup })))

export type PlaceMenuProps = { place: Place; onEdit: Edit }

/** The button with three dots of a list, a tag or a view, and what opens from it; nothing for other places. */
export function PlaceMenu({ place, onEdit }: PlaceMenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [menu, setMenu] = useState<'never' | 'open' | 'closed'>('never')
  const [leads, setLeads] = useState(false)
  const own = findOwnPlace(useShell(), place)
  if (!own) return null

  function open(): void {
    setLeads(false)
    setMenu(menu === 'open' ? 'closed' : 'open')
  }

  return (
    <>
      <IconButton
        ref={button}
        label={`Actions for “${own.item.name}”`}
        aria-haspopup="menu"
        aria-expanded={menu === 'open'}
        onPointerEnter={() => void loadPopup().catch(() => {})}
        onClick={open}
      >
        <MoreIcon />
      </IconButton>
      <Later>
        {menu !== 'never' && (
          <PlacePopup
            own={own}
            anchor={button}
            open={menu === 'open'}
            onClose={() => setMenu('closed')}
            returnsFocus={!leads}
            onLead={() => setLeads(true)}
            onEdit={(editing) => {
              setLeads(true)
              onEdit(editing, button.current)
            }}
          />
        )}
      </Later>
    </>
  )
}
