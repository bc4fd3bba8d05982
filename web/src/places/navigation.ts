'use client'

import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import { layerEntry, readLayerCount } from '../ui/layers/layer-entries.ts'
import {
  type Address,
  inbox,
  isSamePlace,
  type Place,
  parseAddress,
  printAddress,
} from './address.ts'

/** The address that the server was asked for: what it renders, and what the page hydrates with. */
export const FirstAddress = createContext<Address>({ place: inbox })

const listeners = new Set<() => void>()

/** Where the app is; follows every change of the address, also back and forward. */
export function useAddress(): Address {
  const first = printAddress(useContext(FirstAddress))
  const path = useSyncExternalStore(subscribe, readPath, () => first)
  return useMemo(() => parsePath(path) ?? { place: inbox }, [path])
}

/** Goes to an address at once, without asking the server; `replace` adds no history entry. */
export function goTo(address: Address, { replace = false } = {}): void {
  const before = readAddress()
  const path = printAddress(address)
  // Next's router takes an entry without a state for one of its own.
  // A layer over the page that leads elsewhere gives its own entry to that.
  if (replace || readLayerCount() > 0) window.history.replaceState({}, '', path)
  else window.history.pushState({}, '', path)
  layerEntry.count = 0
  for (const listener of listeners) listener()
  if (!before || !isSamePlace(before.place, address.place)) window.scrollTo(0, 0)
}

/** Closes the open task, if there is one; the place behind it stays. */
export function closeTask(): void {
  if (readAddress()?.taskId) goTo({ place: readPlace() })
}

export function readPlace(): Place {
  return readAddress()?.place ?? inbox
}

/** The current address, for code outside components. */
export function readAddress(): Address | undefined {
  return parsePath(readPath())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

function readPath(): string {
  return window.location.pathname + window.location.search
}

function parsePath(path: string): Address | undefined {
  const [pathname = '', search = ''] = path.split('?', 2)
  return parseAddress(pathname, search)
}
