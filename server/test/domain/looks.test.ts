import { expect, test } from 'vitest'
import { colors, isColor } from '../../src/domain/colors.ts'
import { checkIcon } from '../../src/domain/icon.ts'

test('the named colours are colours, and nothing else is', () => {
  expect(colors.every(isColor)).toBe(true)
  expect(['', 'Red', '#ff0000', 'toString'].some(isColor)).toBe(false)
})

test.each([
  ['🏠', '🏠'],
  [' 🏠 ', '🏠'],
  ['❤', '❤️'],
  ['👩🏽‍💻', '👩🏽‍💻'],
  ['🇳🇵', '🇳🇵'],
  ['🏠🏠', undefined],
  ['a', undefined],
  ['7', undefined],
  ['', undefined],
  ['🏠\u0000', undefined],
])('the icon "%s" becomes %s', (text, icon) => {
  const checked = checkIcon(text)
  expect(checked.ok ? checked.value : undefined).toBe(icon)
})
