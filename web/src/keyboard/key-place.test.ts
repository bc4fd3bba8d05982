import { expect, test } from 'vitest'
import { findMappedKey, type KeyboardScript, readScript } from './key-place.ts'

test.each<[string, string, string, KeyboardScript, string]>([
  ['QWERTY', 'q', 'KeyQ', 'latin', 'q'],
  ['AZERTY', 'a', 'KeyQ', 'latin', 'a'],
  ['QWERTZ', 'z', 'KeyY', 'latin', 'z'],
  ['Dvorak', 'e', 'KeyD', 'latin', 'e'],
  ['a sign of Dvorak', '.', 'KeyE', 'latin', '.'],
  ['a sign of AZERTY', ',', 'KeyM', 'latin', ','],
  ['a sign of QWERTZ', '-', 'Slash', 'latin', '-'],
  ['Russian', 'й', 'KeyQ', undefined, 'q'],
  ['Russian, a sign', '.', 'Slash', 'other', '/'],
  ['Ukrainian', 'і', 'KeyS', 'other', 's'],
  ['Greek', 'ξ', 'KeyJ', 'other', 'j'],
  ['Greek, a sign', ';', 'KeyQ', 'other', 'q'],
  ['Hebrew', 'כ', 'KeyF', 'other', 'f'],
  ['Hebrew, a sign', '/', 'KeyQ', 'other', 'q'],
  ['Hebrew, the first key of all', '/', 'KeyQ', undefined, 'q'],
  ['Arabic', 'ض', 'KeyQ', 'other', 'q'],
  ['Arabic, a digit', '٢', 'Digit2', 'other', '2'],
  ['Persian, a digit', '۴', 'Digit4', 'other', '4'],
  ['Georgian', 'ჯ', 'KeyJ', 'other', 'j'],
  ['a key without a letter', 'Enter', 'Enter', 'other', 'Enter'],
  ['a Latin letter with an accent keeps its own place', 'é', 'Digit2', 'latin', 'é'],
])('%s: %s at %s on a keyboard of %s letters is %s', (_name, key, code, script, mapped) => {
  expect(findMappedKey({ key, code, shiftKey: false }, script)).toBe(mapped)
})

test('with Shift a letter is a capital, and what asks is a question mark', () => {
  expect(findMappedKey({ key: 'О', code: 'KeyJ', shiftKey: true }, 'other')).toBe('J')
  expect(findMappedKey({ key: ',', code: 'Slash', shiftKey: true }, 'other')).toBe('?')
})

test.each<[string, KeyboardScript, KeyboardScript]>([
  ['q', undefined, 'latin'],
  ['й', 'latin', 'other'],
  ['ß', 'other', 'latin'],
  ['.', 'other', 'other'],
  ['Enter', 'latin', 'latin'],
  ['1', undefined, undefined],
])('after %s a keyboard known as %s is known as %s', (key, before, after) => {
  expect(readScript(key, before)).toBe(after)
})
