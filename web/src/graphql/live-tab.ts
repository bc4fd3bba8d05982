import type { LiveSettings } from './live-changes.ts'
import { createLiveCopy } from './live-copy.ts'
import { type LiveLink, openLiveLink } from './live-link.ts'
import { answerMs, chooseRole, type Occasion, silenceMs, type TabState } from './live-rules.ts'
import type { ChangePage } from './live-stream.ts'
import { canLeadTabs, createTabLead, type TabLead } from './tab-lead.ts'

/** What the leading tab sends to the others, and what they ask of it. */
type TabMessage =
  | { kind: 'page'; since: string; page: ChangePage }
  | { kind: 'heartbeat'; cursor: string }
  | { kind: 'lost'; trouble: boolean }
  | { kind: 'here' }
  | { kind: 'ask'; occasion: Occasion; hasTrouble: boolean }

export type LiveTabSettings = Omit<LiveSettings, 'cursor' | 'onCursor'> & { cursor: string }

const lookEveryMs = 1_000
const askEveryMs = 5_000

/**
 * Keeps this tab's data current. One tab of a browser holds the connection and forwards what comes to
 * the person's other tabs; where tabs can't find each other, each visible one has its own.
 */
export function followAsTab(settings: LiveTabSettings): () => void {
  const { status, onReset } = settings
  const name = `tend-live-${globalThis.tendPerson}`
  const tabs = canLeadTabs() ? new BroadcastChannel(name) : undefined
  const copy = createLiveCopy(settings)
  let link: LiveLink | undefined
  let lead: TabLead = tabs ? createTabLead(name, changeLead, goAlone) : aloneLead(changeLead)
  let tab: TabState = { isLeading: false, hiddenSince: readHidden(), expectedBy: 0 }
  let isSeeking = false
  let askedAt = 0

  function say(message: TabMessage): void {
    tabs?.postMessage(message)
  }

  function changeLead(isLeading: boolean): void {
    tab = { ...tab, isLeading }
    link?.end()
    link = isLeading
      ? openLiveLink({
          ...settings,
          readCursor: copy.readCursor,
          onPage(since, page) {
            say({ kind: 'page', since, page })
            copy.take(since, page)
          },
          onHeartbeat: (cursor) => say({ kind: 'heartbeat', cursor }),
          onLost() {
            status.update((state) => ({ ...state, live: false }))
            say({ kind: 'lost', trouble: status.read().trouble })
          },
          onUselessCursor: onReset,
        })
      : undefined
    if (isLeading) say({ kind: 'here' })
    else loseLead()
  }

  /** Another tab took over. */
  function loseLead(): void {
    expectWithin(silenceMs)
    if (isSeeking) lead.seek()
  }

  function goAlone(): void {
    lead = aloneLead(changeLead)
    if (isSeeking) lead.seek()
  }

  function receive({ data }: MessageEvent<TabMessage>): void {
    if (data.kind === 'ask') {
      if (link) say({ kind: 'here' })
      link?.reportCursor()
      link?.look(data.occasion, data.hasTrouble)
      return
    }
    expectWithin(silenceMs)
    if (data.kind === 'page') copy.take(data.since, data.page)
    if (data.kind === 'heartbeat') copy.meet(data.cursor)
    if (data.kind === 'lost') {
      const { trouble } = data
      status.update((state) => ({ ...state, live: false, trouble: trouble || state.trouble }))
    }
  }

  function expectWithin(milliseconds: number): void {
    tab = { ...tab, expectedBy: Date.now() + milliseconds }
  }

  /** Takes part again, and checks whether what was received last is still the newest. */
  function join(occasion: Occasion): void {
    if (document.visibilityState === 'hidden') return
    tab = { ...tab, hiddenSince: undefined }
    isSeeking = true
    lead.seek()
    look(occasion)
  }

  function look(occasion: Occasion): void {
    if (link) link.look(occasion)
    else ask(occasion)
  }

  function ask(occasion: Occasion): void {
    askedAt = Date.now()
    const hasTrouble = status.read().trouble
    say({ kind: 'ask', occasion, hasTrouble })
    tab = { ...tab, expectedBy: Math.min(tab.expectedBy, askedAt + answerMs) }
  }

  function leave(): void {
    isSeeking = false
    lead.letGo()
    if (!tab.isLeading) return
    tab = { ...tab, isLeading: false }
    link?.end()
    link = undefined
    status.update((state) => ({ ...state, live: false }))
  }

  function pass(): void {
    const now = Date.now()
    const role = chooseRole(tab, now)
    if (role === 'let go' && isSeeking) leave()
    if (role === 'take over') {
      status.update((state) => ({ ...state, live: false }))
      expectWithin(answerMs)
      lead.takeOver()
    }
    if (link) link.look('tick')
    else if (status.read().trouble && now - askedAt > askEveryMs) ask('tick')
  }

  function changeVisibility(): void {
    if (document.visibilityState === 'visible') join('shown')
    else tab = { ...tab, hiddenSince: Date.now() }
  }

  const over = new AbortController()
  const { signal } = over
  tabs?.addEventListener('message', receive, { signal })
  document.addEventListener('visibilitychange', changeVisibility, { signal })
  // A frozen page must not keep the lead from others.
  document.addEventListener('freeze', leave, { signal })
  document.addEventListener('resume', () => join('shown'), { signal })
  window.addEventListener('pagehide', leave, { signal })
  window.addEventListener('pageshow', () => join('shown'), { signal })
  window.addEventListener('online', () => join('online'), { signal })
  window.addEventListener('focus', () => join('focused'), { signal })
  const timer = setInterval(pass, lookEveryMs)
  tab = { ...tab, expectedBy: Date.now() + answerMs }
  isSeeking = true
  lead.seek()
  look('focused')
  return () => {
    over.abort()
    clearInterval(timer)
    leave()
    tabs?.close()
  }
}

function readHidden(): number | undefined {
  return document.visibilityState === 'hidden' ? Date.now() : undefined
}

/** For a tab that can't find others. */
function aloneLead(onChange: (isLeading: boolean) => void): TabLead {
  let isLeading = false
  const begin = () => {
    if (isLeading) return
    isLeading = true
    onChange(true)
  }
  return {
    seek: begin,
    takeOver: begin,
    letGo() {
      isLeading = false
    },
  }
}
