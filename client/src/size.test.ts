import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'

const entry = join(import.meta.dirname, 'entry.ts')

test('everything but the generated functions is at most 5 kB in a browser', async () => {
  const size = await measure("export * from './index.ts'")
  expect(size).toBeGreaterThan(1000)
  expect(size).toBeLessThanOrEqual(5000)
})

test.each(['createTask', 'tasks', 'undo', 'followChanges'])(
  'with %s alone it is at most 6 kB: what isn’t imported isn’t there',
  async (name) => {
    const code = `export * from './index.ts'\nexport { ${name} } from './generated/operations.ts'`
    expect(await measure(code)).toBeLessThanOrEqual(6000)
  },
)

test('a program that only asks carries only what it needs', async () => {
  const code = await bundle("export { TendError } from './index.ts'")
  expect(code).toContain('TendError')
  expect(code).not.toContain('event-stream')
})

async function measure(code: string): Promise<number> {
  return gzipSync(await bundle(code), { level: 9 }).length
}

/** What a bundler makes of a module beside the client's own. */
async function bundle(code: string): Promise<string> {
  await using made = await rolldown({
    input: entry,
    platform: 'browser',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
  })
  const { output } = await made.generate({ format: 'es', minify: true })
  return output[0].code
}
