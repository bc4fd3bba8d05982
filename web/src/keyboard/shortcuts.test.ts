import { expect, test } from 'vitest'
import { nameKeys } from './key-names.ts'
import { readKeys, type Shortcut, shortcuts, spellKey } from './shortcuts.ts'

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false }

test.each([
  [{ key: 'q' }, 'q'],
  [{ key: 'Q' }, 'q'],
  [{ key: 'J', shiftKey: true }, 'shift+j'],
  [{ key: '1', shiftKey: true }, '1'],
  [{ key: ' ' }, 'space'],
  [{ key: '?', shiftKey: true }, '?'],
  [{ key: 'z', metaKey: true }, 'mod+z'],
  [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'mod+shift+z'],
  [{ key: 'ArrowUp', altKey: true }, 'alt+arrowup'],
  [{ key: 'Tab', shiftKey: true }, 'shift+tab'],
])('%j is spelled %s', (press, spelled) => {
  expect(spellKey({ ...plain, ...press })).toBe(spelled)
})

test.each([
  ['', 'q', ['add'], ''],
  ['', 'c', ['add'], ''],
  ['', 'g', [], 'g'],
  ['g', 't', ['goToday'], ''],
  ['g', 'c', ['goCompleted'], ''],
  ['g', 'q', ['add'], ''],
  ['g', 'g', [], 'g'],
  ['', 'z', [], ''],
  ['', 'y', ['dueToday'], ''],
  ['', 'mod+shift+z', ['redo'], ''],
])('after %j, %s does %j and leaves %j', (before, key, ids, pending) => {
  expect(readKeys(before, key)).toEqual({ ids, pending })
})

test('no two shortcuts share a key, and none is the beginning of another', () => {
  const keys = Object.values<Shortcut>(shortcuts).flatMap((shortcut) => shortcut.keys)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  expect(keys.filter((key) => keys.some((other) => other.startsWith(`${key} `)))).toEqual([])
})

test.each([
  ['+', false, ['+']],
  ['mod+shift+z', false, ['Ctrl Shift Z']],
  ['mod+shift+z', true, ['⌘⇧Z']],
  ['g i', false, ['G', 'I']],
])('%s is printed on keys, on a Mac %s, as %j', (keys, isMac, printed) => {
  expect(nameKeys(keys, isMac)).toEqual(printed)
})
