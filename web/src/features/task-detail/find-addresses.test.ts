import { expect, test } from 'vitest'
import { findAddresses } from './find-addresses.ts'

test.each<[string, string[]]>([
  ['Buy milk', []],
  ['Read https://example.org/a?b=c#d.', ['https://example.org/a?b=c#d']],
  ['(see https://example.org/a_(b))', ['https://example.org/a_(b)']],
  ['https://example.org, http://example.net!', ['https://example.org', 'http://example.net']],
  ['www.example.org first', ['http://www.example.org']],
  ['Write to ada@example.org', ['mailto:ada@example.org']],
  ['Ünïcode https://例え.jp/päth', ['https://例え.jp/päth']],
  ['https://example.org twice https://example.org', ['https://example.org']],
  ['Version 1.2.3, at 10.30, and/or example.org', []],
  ['*https://example.org*', ['https://example.org']],
  ['[words](https://example.org)', ['https://example.org']],
  ['javascript:alert(1) data:text/html,x', []],
  ['# 1. - > https://example.org', ['https://example.org']],
  ['`https://example.org`', []],
  ['<https://example.org> <javascript:alert(1)>', ['https://example.org']],
  ['&amp; \\https://example.org', ['https://example.org']],
])('%s has %j', (title, urls) => {
  expect(findAddresses(title).map(({ url }) => url)).toEqual(urls)
})

test('an address is shown as it stands in the title', () => {
  expect(findAddresses('Go to WWW.Example.org/A now')).toEqual([
    { text: 'WWW.Example.org/A', url: 'http://WWW.Example.org/A' },
  ])
})
