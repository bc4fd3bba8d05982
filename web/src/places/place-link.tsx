'use client'

import type { ComponentProps, MouseEvent } from 'react'
import { type Address, printAddress } from './address.ts'
import { goTo } from './navigation.ts'

export type PlaceLinkProps = Omit<ComponentProps<'a'>, 'href'> & { to: Address }

/** A real link that changes the place without loading a page; with a modifier the browser decides. */
export function PlaceLink({ to, onClick, ...props }: PlaceLinkProps) {
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event)
    const { altKey, button, ctrlKey, defaultPrevented, metaKey, shiftKey } = event
    if (defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return
    event.preventDefault()
    goTo(to)
  }
  return <a {...props} href={printAddress(to)} onClick={follow} />
}
