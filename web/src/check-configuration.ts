import { getWebEnv } from './env.ts'

/** Ends the process with the list of problems when the environment is not what it should be. */
export function endOnWrongConfiguration(): void {
  try {
    getWebEnv()
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  }
}
