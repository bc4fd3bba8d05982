declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is declared there.
  interface Window {
    tendKeys?: KeyboardEvent[] & { note?: (event: KeyboardEvent) => void }
  }
}

/**
 * Records the keys that are pressed before the app's code has loaded: a page puts it into a script. Tab
 * right after a step to a row is the app's; the browser would move the focus before the step is taken.
 */
export const earlyKeysScript = [
  'tendKeys=[]',
  [
    'tendKeys.note=function(event){if(/^(Shift|Control|Alt|Meta)$/.test(event.key))return;',
    'var last=tendKeys[tendKeys.length-1];',
    'if(event.key==="Tab"&&last&&/^(j|k|Arrow(Down|Up))$/.test(last.key)&&!event.target.closest("input,textarea"))',
    'event.preventDefault();tendKeys.push(event)}',
  ].join(''),
  'addEventListener("keydown",tendKeys.note,true)',
].join(';')

/** Takes those keys, once: whoever does handles the ones that follow. */
export function takeEarlyKeys(): readonly KeyboardEvent[] {
  const keys = window.tendKeys
  delete window.tendKeys
  if (keys?.note) removeEventListener('keydown', keys.note, true)
  return keys ?? []
}
