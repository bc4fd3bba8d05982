import type { PushObstacle } from './device-push.ts'

/** Why there are no notifications on this device, and what works instead. */
export const pushObstacleWords: Readonly<Record<PushObstacle, string>> = {
  unsupported:
    'This browser can’t show notifications. Reminders still come by e-mail and show up in Tend.',
  'home-screen':
    'On iPhone and iPad, add Tend to your home screen first: tap Share, then Add to Home Screen. Open it from there and turn notifications on.',
  blocked:
    'This browser blocks notifications from Tend. Allow them in its settings for this site. Until then, reminders come by e-mail and show up in Tend.',
  dismissed: 'Notifications stay off until you allow them.',
  failed: 'Notifications couldn’t be turned on right now. Try again later.',
}
