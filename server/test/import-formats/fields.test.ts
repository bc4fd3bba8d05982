import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sourceNames } from '../../src/import-formats/source-reader.ts'
import { readers } from '../../src/import-formats/sources.ts'
import { readSample } from './read-sample.ts'
import { samples } from './samples.ts'

const path = new URL('../../../docs/import.md', import.meta.url)
const [start, end] = [/<!-- fields: .* -->\n/, '<!-- end of fields -->']

/** Two files of one app have two tables. */
function titleOf({ source }: (typeof readers)[number], nth: number): string {
  const name = sourceNames[source].replace(/^a /, 'A ')
  const isSecond = readers.slice(0, nth).some((reader) => reader.source === source)
  return isSecond ? `${name}, CSV` : name
}

function writeTables(): string {
  return readers
    .map((reader, nth) => {
      const rows = Object.entries(reader.fields).map(
        ([field, becomes]) => `| \`${field}\` | ${becomes} |`,
      )
      return `### ${titleOf(reader, nth)}\n\n| There | Here |\n|---|---|\n${rows.join('\n')}\n`
    })
    .join('\n')
}

test('the documentation has every field of every app', async () => {
  const document = readFileSync(path, 'utf8')
  const [before, rest = ''] = document.split(start)
  const [head = ''] = start.exec(document) ?? []
  const after = rest.slice(rest.indexOf(end))
  await expect(`${before}${head}\n${writeTables()}\n${after}`).toMatchFileSnapshot(path.pathname)
})

test.each(Object.keys(samples))('no field of %s is unknown', (name) => {
  const { notes } = readSample(samples[name] ?? { name: '', bytes: '' }).preview
  expect(notes.filter(({ message }) => message.includes('doesn’t know'))).toEqual([])
})

test('a field that nobody has heard of is reported', () => {
  const csv = { name: 'a.csv', bytes: 'TYPE,CONTENT,MOOD\ntask,T,fine\n' }
  const json = {
    name: 'a.json',
    bytes: '{"items":[{"id":"1","project_id":"1","content":"T","mood":1}]}',
  }
  for (const file of [csv, json])
    expect(readSample(file).preview.notes).toMatchObject([
      { message: 'Fields that Tend doesn’t know are left out.', examples: [/mood/i] },
    ])
})
