import { expect, test } from 'vitest'
import { type Address, isSamePlace, parseAddress, printAddress } from './address.ts'

const id = '019ab1de-0000-7000-8000-000000000001'
const taskId = '019ab1de-0000-7000-8000-000000000002'

const addresses: [string, Address][] = [
  ['/inbox', { place: { kind: 'inbox' } }],
  ['/today', { place: { kind: 'today' } }],
  ['/upcoming', { place: { kind: 'upcoming' } }],
  ['/all', { place: { kind: 'all' } }],
  ['/completed', { place: { kind: 'completed' } }],
  ['/trash', { place: { kind: 'trash' } }],
  [`/list/${id}`, { place: { kind: 'list', id } }],
  [`/tag/${id}`, { place: { kind: 'tag', id } }],
  [`/view/${id}`, { place: { kind: 'view', id } }],
  ['/search', { place: { kind: 'search', query: '' } }],
  ['/search?q=oat+milk+%26+tea', { place: { kind: 'search', query: 'oat milk & tea' } }],
  [`/task/${taskId}`, { place: { kind: 'inbox' }, taskId }],
  [`/today/task/${taskId}`, { place: { kind: 'today' }, taskId }],
  [`/list/${id}/task/${taskId}`, { place: { kind: 'list', id }, taskId }],
  [`/search/task/${taskId}?q=tea`, { place: { kind: 'search', query: 'tea' }, taskId }],
]

test.each(addresses)('%s is read and printed', (text, address) => {
  const url = new URL(text, 'http://tend.invalid')
  expect(parseAddress(url.pathname, url.search)).toEqual(address)
  expect(printAddress(address)).toBe(text)
})

test.each([
  '/',
  '/nowhere',
  '/Inbox',
  '/inbox/',
  '/inbox/today',
  '/list',
  '/list/home',
  `/list/${id}/${id}`,
  `/today/${id}`,
  '/task',
  '/task/1',
  `/task/${taskId.toUpperCase()}`,
  `/today/task/${taskId}/more`,
  `/nowhere/task/${taskId}`,
])('%s leads nowhere', (path) => {
  expect(parseAddress(path)).toBeUndefined()
})

test('a task opens over the same place, and a search stays the same place as it is typed', () => {
  expect(isSamePlace({ kind: 'search', query: 'a' }, { kind: 'search', query: 'b' })).toBe(true)
  expect(isSamePlace({ kind: 'list', id }, { kind: 'list', id: taskId })).toBe(false)
})
