import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../docs/decisions')
const index = readFileSync(join(folder, 'README.md'), 'utf8')
const names = readdirSync(folder).filter((name) => name !== 'README.md')

test.each(names)('%s has its number in its title, and is in the index', (name) => {
  const [title = ''] = readFileSync(join(folder, name), 'utf8').split('\n')
  expect(title).toMatch(new RegExp(`^# ${name.slice(0, 4)} · .`))
  expect(index).toContain(`- [${title.slice(2)}](${name})`)
})
