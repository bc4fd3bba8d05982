import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import type { Settings } from './settings.ts'

/** A page whose CPU can be slowed and profiled. */
export type SlowPage = {
  /** Runs `work` with the CPU slowed, and writes its CPU profile where profiles are wanted. */
  slowed<Result>(name: string, work: () => Promise<Result>): Promise<Result>
}

/** Slows the page as the DevTools of Chrome do. */
export async function makeSlowable(page: Page, settings: Settings): Promise<SlowPage> {
  const devtools = await page.context().newCDPSession(page)
  const setRate = (rate: number) => devtools.send('Emulation.setCPUThrottlingRate', { rate })
  return {
    async slowed(name, work) {
      await setRate(settings.slowdown)
      try {
        return settings.profiles
          ? await profile(devtools, join(settings.profiles, `${name}.cpuprofile`), work)
          : await work()
      } finally {
        await setRate(1)
      }
    },
  }
}

async function profile<Result>(
  devtools: CDPSession,
  path: string,
  work: () => Promise<Result>,
): Promise<Result> {
  await devtools.send('Profiler.enable')
  await devtools.send('Profiler.start')
  const result = await work()
  const { profile } = await devtools.send('Profiler.stop')
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, JSON.stringify(profile))
  return result
}
