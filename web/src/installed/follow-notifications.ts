import { parseAddress } from '../places/address.ts'
import { goTo } from '../places/navigation.ts'
import type { GoMessage } from './go-message.ts'

/** Goes where a notification leads that was clicked while this page is open. Gives what ends it. */
export function followNotifications(): (() => void) | undefined {
  const { serviceWorker } = navigator
  if (!serviceWorker) return undefined
  function follow({ data }: MessageEvent<GoMessage | undefined>): void {
    const address = typeof data?.go === 'string' ? parseAddress(data.go) : undefined
    if (address) goTo(address)
  }
  serviceWorker.addEventListener('message', follow)
  return () => serviceWorker.removeEventListener('message', follow)
}
