declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is declared there.
  interface Window {
    tendKeys?: KeyboardEvent[] & { note?: (event: KeyboardEvent) => void }
  }
}

/** Notes the keys that are pressed before the app's code has come: a page puts it into a script. */
export const earlyKeysScript = [
  'tendKeys=[]',
  'tendKeys.note=function(event){tendKeys.push(event)}',
  'addEventListener("keydown",tendKeys.note,true)',
].join(';')

/** Those keys, once; whoever takes them hears of what follows. */
export function takeEarlyKeys(): readonly KeyboardEvent[] {
  const keys = window.tendKeys
  delete window.tendKeys
  if (keys?.note) removeEventListener('keydown', keys.note, true)
  return keys ?? []
}
