import { registerServiceWorker } from './register-service-worker.ts'

/** Why a device can't show notifications now. */
export type PushObstacle = 'unsupported' | 'home-screen' | 'blocked' | 'dismissed' | 'failed'

export type BrowserSubscription = { endpoint: string; p256dh: string; auth: string }

/** What is in the way, as far as it is known without asking anybody. */
export function findPushObstacle(): PushObstacle | undefined {
  const isPossible = 'PushManager' in window && 'Notification' in window
  if (!isPossible || !navigator.serviceWorker) return isApplePhone() ? 'home-screen' : 'unsupported'
  return Notification.permission === 'denied' ? 'blocked' : undefined
}

/**
 * Asks for permission and subscribes this browser. Call it from a click: browsers refuse to ask otherwise.
 *
 * @param loadKey gives the installation's public key
 */
export async function subscribeDevice(
  loadKey: () => Promise<string | undefined>,
): Promise<BrowserSubscription | PushObstacle> {
  const obstacle = findPushObstacle()
  if (obstacle) return obstacle
  const permission = await Notification.requestPermission()
  if (permission !== 'granted') return permission === 'denied' ? 'blocked' : 'dismissed'
  try {
    const key = await loadKey()
    const subscription = key && (await subscribe(key))
    return subscription ? describe(subscription) : 'failed'
  } catch {
    return 'failed'
  }
}

/** The browser's subscription for the key, created where there is none; one for another key is useless. */
export async function subscribe(key: string): Promise<PushSubscription | undefined> {
  const registration = await registerServiceWorker()
  if (!registration) return undefined
  await navigator.serviceWorker.ready
  const current = await registration.pushManager.getSubscription()
  if (current && keyOf(current) === key) return current
  await current?.unsubscribe()
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

/** Ends the browser's own subscription, if there is one. Never throws. */
export async function unsubscribeDevice(): Promise<void> {
  await (await findDeviceSubscription())?.unsubscribe().catch(() => {})
}

/** The browser's own subscription; undefined where it has none or knows no such thing. */
export async function findDeviceSubscription(): Promise<PushSubscription | undefined> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  return (await registration?.pushManager?.getSubscription()) ?? undefined
}

/** As the API takes it. */
export function describe(subscription: PushSubscription): BrowserSubscription {
  const { endpoint, keys } = subscription.toJSON()
  return { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' }
}

function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0))
  const base64 = btoa(String.fromCharCode(...bytes))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** There, only apps on the home screen have notifications. An iPad says that it is a Mac. */
function isApplePhone(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
}
