import type { Environment } from './environment.ts'

// Production is where NODE_ENV says so. `npm start` and the container images say it, `npm run dev`
// doesn't. It may still be one person's own machine: there everything is reached over http at
// localhost, by default. So what is refused is a mixture, which is always a mistake.

/**
 * What is too open for production, each as the end of a sentence that begins with the variable's name.
 *
 * @param origins every address that is configured: the API's, and those of the web app
 */
export function listProductionProblems(env: Environment, origins: readonly string[]): string[] {
  if (env.NODE_ENV !== 'production') return []
  const problems: string[] = []
  if (/--inspect/.test(env.NODE_OPTIONS ?? ''))
    problems.push(
      'NODE_OPTIONS opens the debugger (--inspect), and whoever reaches its port may do everything: take it out where NODE_ENV is production',
    )
  const [safe] = origins.filter((origin) => origin.startsWith('https:'))
  const open = origins.filter((origin) => !origin.startsWith('https:'))
  if (safe && open.length > 0)
    problems.push(
      `API_URL and WEB_ORIGINS name ${open.join(', ')} beside ${safe}: where NODE_ENV is production and one of them is reached over https, all must be`,
    )
  return problems
}

/**
 * Addresses that passwords and tokens travel to in clear, where others can reach them: http beyond
 * this machine, in production.
 */
export function listClearAddresses(env: Environment, origins: readonly string[]): string[] {
  if (env.NODE_ENV !== 'production') return []
  return [...new Set(origins)].filter((origin) => {
    const { protocol, hostname } = new URL(origin)
    return protocol === 'http:' && !isThisMachine(hostname)
  })
}

function isThisMachine(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
