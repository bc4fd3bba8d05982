import { useEffect } from 'react'

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is declared there.
  interface Window {
    tendClicks?: {
      buttons: Set<HTMLElement>
      /** Whether React hears of clicks by now, also in what has yet to come to life. */
      isHandled?: true
      note: (event: Event) => void
    }
  }
}

/**
 * Notes which buttons are pressed before the app's code has come, which would hear nothing of it: a
 * page puts it into a script. Links need none: they lead where they lead.
 */
export const earlyClicksScript = [
  'tendClicks={buttons:new Set,note:function(event){var button=event.target.closest("button");if(button)tendClicks.buttons[tendClicks.isHandled?"delete":"add"](button)}}',
  'addEventListener("click",tendClicks.note,true)',
].join(';')

/** To be called when React begins to hear of clicks: what it has heard isn't done again. */
export function endEarlyClicks(): void {
  if (window.tendClicks) window.tendClicks.isHandled = true
}

/** Presses those buttons once the page has come to life, each once however often it was pressed. */
export function useEarlyClicks(): void {
  useEffect(() => {
    const early = window.tendClicks
    if (!early) return
    delete window.tendClicks
    removeEventListener('click', early.note, true)
    for (const button of early.buttons) button.click()
  }, [])
}
