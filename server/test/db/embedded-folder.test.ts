import {
  chmodSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { makeFolderPrivate } from '../../src/db/embedded/private-folder.ts'
import { testSecret } from '../support/test-app.ts'
import { createEmbeddedDatabase } from '../support/test-database.ts'

const hasModes = process.platform !== 'win32'
const modeOf = (path: string) => statSync(path).mode & 0o777

test.runIf(hasModes)(
  'an existing folder that is open to everybody is closed, with everything that Tend keeps in it',
  async () => {
    await using database = await createEmbeddedDatabase()
    const { dataDir } = database
    writeFileSync(join(dataDir, 'secret'), testSecret)
    writeFileSync(join(dataDir, 'of-another'), 'x', { mode: 0o644 })
    chmodSync(join(dataDir, 'of-another'), 0o644)
    for (const name of globSync('{secret,database,database/**}', { cwd: dataDir })) {
      const path = join(dataDir, name)
      chmodSync(path, statSync(path).isDirectory() ? 0o777 : 0o666)
    }
    chmodSync(dataDir, 0o777)
    {
      await using _engine = await startEmbeddedDatabase({ dataDir, secret: testSecret })
      expect(modeOf(dataDir)).toBe(0o700)
      const open = globSync('{secret,lock,database,database/**}', { cwd: dataDir }).filter(
        (name) => (modeOf(join(dataDir, name)) & 0o077) !== 0,
      )
      expect(open).toEqual([])
    }
    expect(modeOf(join(dataDir, 'of-another'))).toBe(0o644)
  },
)

test.runIf(hasModes)(
  'the database’s files are closed at the next start, whatever created them',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'tend-private-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    mkdirSync(join(folder, 'database/base/1'), { recursive: true, mode: 0o755 })
    const file = join(folder, 'database/base/1/1259')
    writeFileSync(file, 'x')
    chmodSync(file, 0o666)
    makeFolderPrivate(folder)
    expect(modeOf(file)).toBe(0o600)
    for (const name of ['', 'database', 'database/base', 'database/base/1'])
      expect(modeOf(join(folder, name)), name).toBe(0o700)
  },
)

test.runIf(hasModes)('a shared folder is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tend-private-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o1777)
  expect(() => makeFolderPrivate(folder)).toThrow(
    `The folder ${folder} is there for everybody. Set DATA_DIR to one for Tend alone.`,
  )
  expect(statSync(folder).mode & 0o7777).toBe(0o1777)
})
