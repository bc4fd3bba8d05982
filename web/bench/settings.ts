/** How the parts measure. */
export type Settings = {
  /** How many tasks the account has. */
  tasks: number
  /** How many times slower than it is the browser's CPU is made. */
  slowdown: number
  /** How often each action is done. */
  rounds: number
  /** A folder for CPU profiles, which the DevTools of Chrome open; undefined writes none. */
  profiles: string | undefined
}
