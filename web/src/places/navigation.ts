'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import {
  type Address,
  inbox,
  isSamePlace,
  type Place,
  parseAddress,
  printAddress,
} from './address.ts'

/** Where the app is; follows every change of the address, also back and forward. */
export function useAddress(): Address {
  const pathname = usePathname()
  const search = useSearchParams().toString()
  // The server has refused addresses that lead nowhere; a path of another route is on its way out.
  return useMemo(() => parseAddress(pathname, search) ?? { place: inbox }, [pathname, search])
}

/** Goes to an address at once, without asking the server; `replace` leaves no step in the history. */
export function goTo(address: Address, { replace = false } = {}): void {
  const before = readAddress()
  const path = printAddress(address)
  if (replace) window.history.replaceState(null, '', path)
  else window.history.pushState(null, '', path)
  if (!before || !isSamePlace(before.place, address.place)) window.scrollTo(0, 0)
}

/** Closes the open task, if there is one; the place behind it stays. */
export function closeTask(): void {
  if (readAddress()?.taskId) goTo({ place: readPlace() })
}

export function readPlace(): Place {
  return readAddress()?.place ?? inbox
}

/** Where the app is now, for what isn't a component. */
export function readAddress(): Address | undefined {
  return parseAddress(window.location.pathname, window.location.search)
}
