declare global {
  /** The id of whom the page was made for; undefined where nobody is signed in. */
  var tendPerson: string | undefined
  /** The page's channel to the other tabs; it doesn't receive its own messages. */
  var tendTabs: BroadcastChannel | undefined
}

/** The header in which a page's requests name its person; `answerAuthRequest` refuses others. */
export const personHeader = 'x-tend-person'

const channel = 'tend-person'
const home = '/'

/**
 * Says whose page this is, to the page's code and to the other tabs of this browser: those of somebody
 * else reload. A page puts it into a script before its code.
 */
export function pagePersonScript(personId: string): string {
  return [
    // An id is a text like any other; "</script>" must not end the script.
    `tendPerson=${JSON.stringify(personId).replaceAll('<', '\\u003c')}`,
    `self.BroadcastChannel&&(function(tabs){tabs.onmessage=function(message){message.data!==tendPerson&&location.replace("${home}")};tabs.postMessage(tendPerson)})(tendTabs=new BroadcastChannel("${channel}"))`,
  ].join(';')
}

/** Notifies the other tabs of this browser that nobody is signed in any more. */
export function announceSignOut(): void {
  globalThis.tendTabs?.postMessage('')
}

/** Drops everything that this page holds, and goes to the start page of the person signed in now. */
export function leaveToOtherPerson(): void {
  window.location.replace(home)
}
