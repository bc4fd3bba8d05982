import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exitCodes } from './failure.ts'
import { commands } from './run.ts'

const page = readFileSync(new URL('../../docs/command-line.md', import.meta.url), 'utf8')

test('the page about the command line has every command and every exit code', () => {
  const [, table = ''] = page.split('## Commands')
  for (const { name } of commands)
    expect(table.split('## ')[0], name).toMatch(new RegExp(`^\\|.*\`tend ${name}\\b.* \\|`, 'm'))
  for (const code of Object.values(exitCodes))
    expect(page).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'))
})

test('the page has no option that the command doesn’t know', () => {
  for (const { name, usage, help } of commands) {
    const text = [...usage, ...help].join('\n')
    const line = page.match(new RegExp(`^\\| \`tend ${name}\\b.*$`, 'm'))?.[0] ?? ''
    for (const [option] of line.matchAll(/--\w+/g)) expect(text, name).toContain(option)
  }
})
