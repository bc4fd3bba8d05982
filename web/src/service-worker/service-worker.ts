import { actOnClick } from './notification-click.ts'
import { showPush } from './push.ts'
import { scope } from './scope.ts'

// Runs beside the pages, and when none is open. It keeps no page, since all of them hold personal data. So a
// new one may take over from the one before at once, under open tabs too.

scope.addEventListener('install', () => void scope.skipWaiting())
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))
scope.addEventListener('push', (event) => event.waitUntil(showPush(event.data?.text() ?? '')))
scope.addEventListener('notificationclick', (event) => event.waitUntil(actOnClick(event)))
