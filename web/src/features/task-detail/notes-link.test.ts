import { expect, test } from 'vitest'
import { findNotesTarget } from './notes-link.ts'

test.each([
  'https://example.org/a?b=c#d',
  'http://example.org',
  'mailto:anna@example.org',
  'tel:+49301234567',
  'sms:+49301234567',
  'obsidian://open?vault=home',
  'message:%3Cid@example.org%3E',
  'x-devonthink-item://42',
  'things:///show?id=1',
  'vscode://file/a',
])('%s leads there', (url) => {
  expect(findNotesTarget(url)).toBe(url)
})

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'vbscript:x',
  'data:text/html,x',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'view-source:https://example.org',
  'ms-msdt:/id',
  'search-ms:query=x',
  'example.org',
  '/list/1',
  '#part',
  '//example.org',
  'tel:',
  '',
])('%j leads nowhere', (url) => {
  expect(findNotesTarget(url)).toBeUndefined()
})
