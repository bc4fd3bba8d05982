import { useEffect } from 'react'

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is declared there.
  interface Window {
    tendClicks?: {
      buttons: Set<HTMLElement>
      /** Whether React handles clicks by now, also in what has yet to hydrate. */
      isHandled?: true
      note: (event: Event) => void
    }
  }
}

/**
 * Notes which buttons are pressed before the app's code has loaded and can handle them: a page puts it
 * into a script. Links work without it.
 */
export const earlyClicksScript = [
  'tendClicks={buttons:new Set,note:function(event){var button=event.target.closest("button");if(button)tendClicks.buttons[tendClicks.isHandled?"delete":"add"](button)}}',
  'addEventListener("click",tendClicks.note,true)',
].join(';')

/** To be called when React begins to handle clicks: those aren't repeated. */
export function endEarlyClicks(): void {
  if (window.tendClicks) window.tendClicks.isHandled = true
}

/** Presses those buttons once the page is hydrated, each once however often it was pressed. */
export function useEarlyClicks(): void {
  useEffect(() => {
    const early = window.tendClicks
    if (!early) return
    delete window.tendClicks
    removeEventListener('click', early.note, true)
    for (const button of early.buttons) button.click()
  }, [])
}
