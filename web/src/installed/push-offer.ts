import { attempt } from '../model/drafts/drafts.ts'
import { findPushObstacle } from './device-push.ts'
import { pushObstacleWords } from './push-obstacle-words.ts'

/** What is said about notifications to somebody who has set a reminder. */
export type PushOffer = 'ask' | { tell: string }

// Of the device, whoever uses it: signing out doesn't make it ask again.
const mark = 'tend.push-offered'

/**
 * Whether to offer notifications on this device, or to tell what is in their way; undefined when they were
 * decided on or offered before. What is given is shown, and never again.
 */
export function takePushOffer(): PushOffer | undefined {
  const offer = findPushOffer()
  if (offer) attempt(() => localStorage.setItem(mark, ''))
  return offer
}

/** The same without taking it. */
export function findPushOffer(): PushOffer | undefined {
  // Where nothing can be kept, nothing is offered: it would be each time.
  if (attempt(() => localStorage.getItem(mark) === null) !== true) return undefined
  const obstacle = findPushObstacle()
  if (obstacle) return { tell: pushObstacleWords[obstacle] }
  return Notification.permission === 'default' ? 'ask' : undefined
}
