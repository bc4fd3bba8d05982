import { scope } from './scope.ts'

// Runs beside the pages, and when none is open. It keeps no page, since all of them hold personal data. So a
// new one may take over from the one before at once, under open tabs too.

scope.addEventListener('install', () => void scope.skipWaiting())
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))
