'use client'

import type { ComponentProps, MouseEvent } from 'react'
import { type Address, printAddress } from './address.ts'
import { goTo } from './navigation.ts'

export type PlaceLinkProps = Omit<ComponentProps<'a'>, 'href'> & { to: Address }

/** A real link that changes the place without loading a page. */
export function PlaceLink({ to, onClick, ...props }: PlaceLinkProps) {
  function onLinkClick(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event)
    followClick(event, to)
  }
  return <a {...props} href={printAddress(to)} onClick={onLinkClick} />
}

/** Goes there without loading a page; with a modifier the browser decides. */
export function followClick(event: MouseEvent, to: Address): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return
  event.preventDefault()
  goTo(to)
}
