import { expect, test } from 'vitest'
import { joinFound } from './join-found.ts'

test('open tasks come before completed ones, each kind as it was found', () => {
  const joined = joinFound([open('b'), open('a')], [done('d'), done('c')])
  expect(joined.map(({ id }) => id)).toEqual(['b', 'a', 'd', 'c'])
})

test('what was completed or reopened since is where it belongs, and only once', () => {
  const joined = joinFound([done('a'), open('b')], [done('a'), open('c')])
  expect(joined.map(({ id }) => id)).toEqual(['b', 'c', 'a'])
})

function open(id: string) {
  return { id, completed: false }
}

function done(id: string) {
  return { id, completed: true }
}
