import { expect, test } from 'vitest'
import { isWorthAsking } from './worth-asking.ts'

test.each(['茶', 'お', '물', 'น', '🎉', '€', '→', 'ab', 'é1'])('%s is looked for', (query) => {
  expect(isWorthAsking(query)).toBe(true)
})

test.each(['', 'a', 'é', 'д', '1', '.'])('“%s” is too little to look for', (query) => {
  expect(isWorthAsking(query)).toBe(false)
})
