import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { makeServerEnv, startServerProcess, waitFor } from '../support/server-process.ts'
import { expectNothingLost, startWorkload } from '../support/workload.ts'

const megabyte = 1_000_000

/** A disk of its own, so small that it is soon full; undefined where none may be mounted. */
function mountSmallDisk(megabytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'tend-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'none', folder], {
      stdio: 'ignore',
    })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
}

function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true })
}

const probe = mountSmallDisk(1)
if (probe) unmount(probe)

describe.skipIf(!probe)('a full disk (needs the right to mount one)', () => {
  test('the embedded database refuses writes while its disk is full, loses nothing, and continues when there is space', {
    timeout: 120_000,
  }, async () => {
    const folder = mountSmallDisk(120) ?? ''
    onTestFinished(() => unmount(folder))
    cpSync(join(inject('runFolder'), 'database'), join(folder, 'database'), { recursive: true })
    await using server = await startServerProcess(await makeServerEnv({ DATA_DIR: folder }))
    const ada = await server.createPerson('ada')
    const workload = startWorkload([server.url], ada)
    const confirm = (count: number) =>
      waitFor(
        'Confirmed tasks',
        async () => (workload.confirmed.size >= count ? true : undefined),
        60_000,
      )
    await confirm(20)
    fillDisk(join(folder, 'ballast'))
    await waitFor(
      'Clean refusals',
      async () => ((workload.statuses.get(503) ?? 0) >= 10 ? true : undefined),
      60_000,
    )
    expect((await fetch(`${server.url}/livez`)).status).toBe(200)
    rmSync(join(folder, 'ballast'))
    await confirm(workload.confirmed.size + 20)
    await workload.stop()
    await expectNothingLost(workload, ada)
  })
})

function fillDisk(path: string): void {
  for (const size of [megabyte, 4_096]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // Full, down to pieces of this size.
    }
  }
}
