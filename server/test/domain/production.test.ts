import { expect, test } from 'vitest'
import { listClearAddresses, listProductionProblems } from '../../src/domain/settings/production.ts'

const production = { NODE_ENV: 'production' }
const local = ['http://localhost:4000', 'http://localhost:3000', 'http://127.0.0.1:3000']
const open = ['https://api.example.com', 'https://tend.example.com']

test.each([
  '--inspect',
  '--inspect=0.0.0.0:9229',
  '--enable-source-maps --inspect-brk',
  '"--inspect-wait"',
])('a debugger is refused in production: NODE_OPTIONS=%s', (NODE_OPTIONS) => {
  expect(listProductionProblems({ ...production, NODE_OPTIONS }, local)).toEqual([
    expect.stringMatching(/^NODE_OPTIONS opens the debugger/),
  ])
  expect(listProductionProblems({ NODE_ENV: 'development', NODE_OPTIONS }, local)).toEqual([])
})

test('other options are not', () => {
  const NODE_OPTIONS = '--max-old-space-size=512 --enable-source-maps'
  expect(listProductionProblems({ ...production, NODE_OPTIONS }, local)).toEqual([])
})

test('all addresses over http on this machine are allowed, and all over https', () => {
  for (const origins of [local, open]) {
    expect(listProductionProblems(production, origins)).toEqual([])
    expect(listClearAddresses(production, origins)).toEqual([])
  }
})

test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://tend.example.com'])(
  '%s beside an address over https is refused in production',
  (origin) => {
    expect(listProductionProblems(production, [...open, origin])).toEqual([
      expect.stringContaining(`name ${origin} beside https://api.example.com`),
    ])
    expect(listProductionProblems({}, [...open, origin])).toEqual([])
  },
)

test('http beyond this machine is reported, though it may be a private network', () => {
  const origins = [
    'http://192.168.1.5:4000',
    'http://tend.lan:3000',
    'http://localhost.evil.example',
  ]
  expect(listProductionProblems(production, origins)).toEqual([])
  expect(listClearAddresses(production, [...origins, ...local])).toEqual(origins)
  expect(listClearAddresses({}, origins)).toEqual([])
})
