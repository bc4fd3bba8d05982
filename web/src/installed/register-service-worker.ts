/**
 * The service worker, registered if it isn't yet; undefined where there is none: in old browsers, private
 * windows of some, and over HTTP from another machine.
 */
export async function registerServiceWorker(): Promise<ServiceWorkerRegistration | undefined> {
  return navigator.serviceWorker?.register('/service-worker.js', { updateViaCache: 'none' })
}
