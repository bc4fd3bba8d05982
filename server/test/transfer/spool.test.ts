import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { openSpool } from '../../src/transfer/spool.ts'

const folder = await mkdtemp(join(tmpdir(), 'spool-test-'))
afterAll(() => rm(folder, { recursive: true }))

async function* pieces(count: number, onPiece: () => Promise<void> = async () => {}) {
  for (let nth = 0; nth < count; nth += 1) {
    await onPiece()
    yield `piece ${nth}, `
  }
}

test('spooled bytes can be read back completely, repeatedly', async () => {
  await using spool = await openSpool(pieces(3), 100, folder)
  expect(spool.byteLength).toBe(27)
  for (let time = 0; time < 2; time += 1)
    expect(await text(spool.read())).toBe('piece 0, piece 1, piece 2, ')
})

test('its file has no name, so that nothing remains when the process is killed', async () => {
  const seen: string[][] = []
  await using spool = await openSpool(
    pieces(2, async () => void seen.push(await readdir(folder))),
    100,
    folder,
  )
  expect(seen).toEqual([[], []])
  expect(await readdir(folder)).toEqual([])
  expect(spool.byteLength).toBe(18)
})

test('too many bytes are refused with the figure, and released', async () => {
  await expect(openSpool(pieces(100), 50, folder)).rejects.toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message: expect.stringContaining('50 bytes'),
  })
  expect(await readdir(folder)).toEqual([])
})

test('if nothing can be written, the answer is to retry later', async () => {
  async function* full() {
    yield 'one'
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  }
  await expect(openSpool(full(), 100, folder)).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    retryAfterSeconds: 60,
  })
})
