import { liveHeartbeatSeconds } from '@tend/server/domain/limits'

// Times are the wall clock's, in milliseconds, because it keeps running while a machine sleeps.

const heartbeatMs = liveHeartbeatSeconds * 1_000

/** After so long without a heartbeat, two of them are missing. */
export const silenceMs = 2 * heartbeatMs + 1_000

/** How long a tab that asks the leading one waits for its answer. */
export const answerMs = 3_000

/** How long a hidden tab keeps the connection. */
const hiddenMs = 20_000

const firstPauseMs = 500
const longestPauseMs = 4_000
const longestPatienceMs = 20_000

/** Why a connection is checked. */
export type Occasion =
  /** Time passes. */
  | 'tick'
  /** The network says that it is back, whatever was connected before. */
  | 'online'
  /** The tab is seen again, or the page was taken out of the browser's cache. */
  | 'shown'
  /** The window has the keyboard again; it may have been seen all the time. */
  | 'focused'
  /** The API has answered something else. */
  | 'reached'

/** A connection for live changes, as the tab that holds it knows it. */
export type LinkState = {
  /** Whether anything has come yet. */
  isOpen: boolean
  startedAt: number
  /** When anything came last. */
  lastMessageAt: number
  /** Whether a request of a tab failed and none succeeded since. */
  hasTrouble: boolean
  /** For how long an attempt is left alone while the API answers other requests. */
  patience: number
}

/** Whether an open connection has been silent for so long that it counts as dead. */
export function isSilent({ isOpen, lastMessageAt }: LinkState, now: number): boolean {
  return isOpen && now - lastMessageAt > silenceMs
}

/** Whether a connection is to be replaced by a new one. */
export function isToBeRenewed(link: LinkState, occasion: Occasion, now: number): boolean {
  const age = now - link.startedAt
  const silence = link.isOpen ? now - link.lastMessageAt : age
  switch (occasion) {
    case 'online':
      return true
    case 'shown':
      return silence > 1_000
    case 'focused':
      return silence > heartbeatMs + 1_000
    case 'reached':
      return !link.isOpen && age > link.patience
    case 'tick':
      return isSilent(link, now) || (link.isOpen && link.hasTrouble && age > 5_000)
  }
}

/** Whether it is worth asking the API for a sign of life, since an attempt has none yet. */
export function isToBeProbed(
  { isOpen, startedAt }: Pick<LinkState, 'isOpen' | 'startedAt'>,
  now: number,
): boolean {
  return !isOpen && now - startedAt > 3_000
}

/** How long the next attempt is left alone, so that a slow API gets fewer requests, not more. */
export function nextPatience(patience: number): number {
  return Math.min(2 * patience, longestPatienceMs)
}

/** How long to wait before the attempt of this number, from 0 on; `chance` is from 0 to 1. */
export function pauseBefore(attempt: number, chance: number): number {
  const pause = Math.min(firstPauseMs * 2 ** attempt, longestPauseMs)
  // Clients that lost the API together don't all reconnect at the same moment.
  return pause * (0.75 + 0.25 * chance)
}

/** A tab among those of its person in this browser. */
export type TabState = {
  isLeading: boolean
  /** Since when it can't be seen; undefined while it can. */
  hiddenSince: number | undefined
  /** Until when a message of the leading tab is expected. */
  expectedBy: number
}

/** What a tab has to do about leading: only visible tabs need the connection. */
export function chooseRole(tab: TabState, now: number): 'keep' | 'take over' | 'let go' {
  if (tab.hiddenSince !== undefined) return now - tab.hiddenSince > hiddenMs ? 'let go' : 'keep'
  return !tab.isLeading && now > tab.expectedBy ? 'take over' : 'keep'
}
