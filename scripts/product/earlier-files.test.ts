import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { putBackStaticFiles, setAsideStaticFiles } from './earlier-files.ts'

const dayMs = 24 * 3_600_000

/** A folder in which each build replaces all static files, as Next does. */
function startBuilds() {
  const folder = mkdtempSync(join(tmpdir(), 'tend-earlier-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const build = (day: number, ...names: string[]) => {
    setAsideStaticFiles(folder, day * dayMs)
    rmSync(join(folder, 'static'), { recursive: true, force: true })
    mkdirSync(join(folder, 'static/chunks'), { recursive: true })
    for (const name of names) writeFileSync(join(folder, 'static/chunks', name), name)
    putBackStaticFiles(folder, day * dayMs)
  }
  return { build, has: (name: string) => existsSync(join(folder, 'static/chunks', name)) }
}

test('files of a build are there for 14 days after it was replaced, however old it was then', () => {
  const { build, has } = startBuilds()
  build(0, 'first.js')
  build(100, 'second.js')
  expect(has('first.js')).toBe(true)
  build(113, 'third.js')
  expect([has('first.js'), has('second.js')]).toEqual([true, true])
  build(114, 'fourth.js')
  expect([has('first.js'), has('second.js'), has('third.js')]).toEqual([false, true, true])
})

test('a file that a later build has again stays, and its days begin again with the build that lacks it', () => {
  const { build, has } = startBuilds()
  build(0, 'shared.js')
  build(1, 'other.js')
  build(20, 'shared.js')
  build(21, 'other.js')
  expect(has('shared.js')).toBe(true)
  build(34, 'other.js')
  expect(has('shared.js')).toBe(true)
  build(35, 'other.js')
  expect(has('shared.js')).toBe(false)
})
