import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// Checks versions without a network: packages that security depends on have exact versions in the package.json
// files, so that an update is a change that somebody reviews; and the lock file, including nested copies, has
// no version older than the fix of a known advisory. `npm audit` knows more but needs its service; CI runs it.

const root = join(import.meta.dirname, '..')

const exact = [
  ...['@electric-sql/pglite', '@modelcontextprotocol/server', '@neondatabase/serverless'],
  ...['better-auth', 'graphql', 'graphql-yoga'],
  ...['jose', 'kysely', 'next', 'nodemailer', 'pg', 'react', 'react-dom', 'react-markdown', 'zod'],
]

const manifests = ['cli', 'client', 'server', 'web'].map((side) => `${side}/package.json`)

/** The first version with the fix, and what it fixes. */
const least: Record<string, [version: string, reason: string]> = {
  'better-auth': ['1.3.26', 'CVE-2025-61928: API keys made for anybody'],
  esbuild: ['0.25.0', 'GHSA-67mh-4wv8-2f99: any site reads from the development server'],
  jose: ['4.15.5', 'CVE-2024-28176: compressed tokens take all memory'],
  nanoid: ['3.3.8', 'CVE-2024-55565: ids that can be foretold'],
  next: ['16.0.10', 'CVE-2025-66478, CVE-2025-55184: code run, and hanging, by a request'],
  nodemailer: ['7.0.7', 'GHSA-mm7p-fcc7-pg87: mail to another domain than was written'],
  vitest: ['3.0.5', 'CVE-2025-24964: any site runs code through the test server'],
  ws: ['8.17.1', 'CVE-2024-37890: a request with many headers stops the server'],
}

type Manifest = Partial<Record<'dependencies' | 'devDependencies', Record<string, string>>>
type Lock = { packages: Record<string, { version?: string }> }

const problems = [...listLoose(), ...listOld()]
for (const problem of problems) console.log(problem)
process.exitCode = problems.length > 0 ? 1 : 0

function listLoose(): string[] {
  return ['package.json', ...manifests].flatMap((path) =>
    Object.entries(read<Manifest>(path).dependencies ?? {})
      .filter(([name, range]) => exact.includes(name) && !/^\d+\.\d+\.\d+$/.test(range))
      .map(([name, range]) => `${path}: ${name} is "${range}"; write the exact version`),
  )
}

function listOld(): string[] {
  return Object.entries(read<Lock>('package-lock.json').packages).flatMap(([path, { version }]) => {
    const [fixed, reason] = least[path.split('node_modules/').at(-1) ?? ''] ?? []
    if (!fixed || !version || !isOlder(version, fixed)) return []
    return [`package-lock.json: ${path} is ${version}; ${fixed} is the least (${reason})`]
  })
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as T
}
