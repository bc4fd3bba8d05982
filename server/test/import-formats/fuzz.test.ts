import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textLimits } from '../../src/domain/limits.ts'
import { ImportFileError } from '../../src/import-formats/import-file-error.ts'
import { readTransferFile } from '../../src/transfer/import-reader.ts'
import { Stint } from '../../src/transfer/stint.ts'
import { readSample } from './read-sample.ts'
import { samples } from './samples.ts'

/** For each app; CI gives more by this variable. */
const milliseconds = Number(process.env.FUZZ_MS ?? 500)

const change = fc.record({
  kind: fc.constantFrom('cut', 'swap', 'repeat', 'replace', 'insert', 'widen'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.integer({ min: 0, max: 400 }),
  bytes: fc.uint8Array({ maxLength: 40 }),
})
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function mutate(bytes: Buffer, { kind, at, length, bytes: other }: Change): Buffer {
  const from = Math.floor(at * bytes.length)
  const [before, part, after] = [
    ...[
      bytes.subarray(0, from),
      bytes.subarray(from, from + length),
      bytes.subarray(from + length),
    ],
  ] as [Buffer, Buffer, Buffer]
  switch (kind) {
    case 'cut':
      return Buffer.concat([before, after])
    case 'swap':
      return Buffer.concat([before, part.toReversed(), after])
    case 'repeat':
      return Buffer.concat([before, ...Array<Buffer>(20).fill(part), after])
    case 'replace':
      return Buffer.concat([before, other, after])
    case 'insert':
      return Buffer.concat([before, other, part, after])
    default:
      return Buffer.from(bytes.toString('utf8'), 'utf16le')
  }
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

/** What can be imported, or words: nothing else may come of any bytes. */
async function judge(name: string, bytes: Buffer): Promise<void> {
  let document: Uint8Array
  try {
    document = readSample({ name, bytes }).document()
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error
    expect(error.message.length).toBeGreaterThan(10)
    return
  }
  await readTransferFile(once(document), () => [], new Stint(async () => {}))
}

test.each(Object.keys(samples))(
  'whatever happens to the bytes of %s, they are refused in words or can be imported',
  async (name) => {
    const sample = samples[name] ?? { name: '', bytes: new Uint8Array() }
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        await judge(sample.name, changes.reduce(mutate, Buffer.from(sample.bytes)))
      }),
      { numRuns: 1_000_000, interruptAfterTimeLimit: milliseconds, markInterruptAsFailure: false },
    )
  },
  milliseconds + 20_000,
)

test.each([
  ['a.json', '[', ']'],
  ['a.json', '{"items":[{"id":"1","project_id":"1","content":', '}]}'],
  ['a.ics', 'BEGIN:VTODO\n', 'END:VTODO\n'],
  ['a.org', '* TODO a\n*', ''],
  ['a.md', '- [ ] a\n ', ''],
  ['a.html', '<p>', '</p>'],
])('%s that is nested ten thousand times by %s comes to an end', async (name, open, close) => {
  await judge(name, Buffer.from(open.repeat(10_000) + close.repeat(10_000)))
})

const many = Array.from({ length: 100_000 }, (_, nth) => nth)
const items = [{ id: '1', project_id: 'p', content: 'a' }]
const board = { lists: [{ id: 'l', name: 'L' }], cards: [{ id: 'c', idList: 'l', name: 'a' }] }

test.each([
  ['a.md', `- [ ] a\n${many.map((nth) => `  c${nth}\n`).join('')}`],
  ['a.org', `* TODO a\n${many.map((nth) => `c${nth}\n`).join('')}`],
  ['a.csv', `TYPE,CONTENT,PRIORITY\ntask,a,\n${many.map((nth) => `note,c${nth},\n`).join('')}`],
  [
    'todoist.json',
    JSON.stringify({ items, notes: many.map((nth) => ({ item_id: '1', content: `c${nth}` })) }),
  ],
  [
    'trello.json',
    JSON.stringify({
      ...board,
      actions: many.map((nth) => ({
        type: 'commentCard',
        data: { text: `c${nth}`, card: { id: 'c' } },
      })),
    }),
  ],
])('%s with a hundred thousand notes on one task comes to an end', (name, text) => {
  const [task] = readSample({ name, bytes: text }).file.tasks
  expect(task?.description?.length).toBe(textLimits.taskDescription.max)
})

test('lists, tasks and tags beyond every limit are brought within it', async () => {
  const long = 'ü'.repeat(60_000)
  const lines = [
    `# ${long}`,
    `- [ ] ${long} #${long}`,
    ...Array.from({ length: 1_200 }, (_, nth) => `  - [ ] Sub ${nth}`),
    `- [ ] ${Array.from({ length: 80 }, (_, nth) => `#tag${nth}`).join(' ')}`,
    `- [ ] Half \ud83d`,
  ]
  await judge('a.md', Buffer.from(lines.join('\n')))
})
