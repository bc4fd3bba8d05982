const names: Record<string, string> = {
  arrowdown: '↓',
  arrowup: '↑',
  backspace: '⌫',
  delete: 'Del',
  enter: 'Enter',
  escape: 'Esc',
  space: 'Space',
  tab: 'Tab',
}

/** The keys of a shortcut as they are printed on this person's keyboard, one after another. */
export function nameKeys(keys: string, isMac: boolean): string[] {
  const held: Record<string, string> = isMac
    ? { mod: '⌘', shift: '⇧', alt: '⌥' }
    : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' }
  return keys.split(' ').map((together) =>
    together
      // A plus that nothing comes before is the key itself.
      .split(/(?<=.)\+/)
      .map((key) => held[key] ?? names[key] ?? key.toUpperCase())
      .join(isMac ? '' : ' '),
  )
}
