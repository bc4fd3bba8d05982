import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'

/** One import of a file. */
export type Import = {
  /** The file or package that is imported: a path from the root of the repository, or a name. */
  target: string
  /** It imports only types, so no code runs because of it. */
  isTypeOnly: boolean
  /** Counted from 1. */
  line: number
}

const serverPackage = '@tend/server/'

/**
 * Everything a file imports, by import, re-export and `import()`.
 *
 * @param path from the root of the repository, with slashes
 * @param serverExports what the server's package.json exports, by name: `./db` → `./src/db/connect.ts`
 */
export function readImports(
  path: string,
  text: string,
  serverExports: Readonly<Record<string, string>>,
): Import[] {
  const { module, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path} can't be parsed: ${errors[0].message}`)
  const written = [
    ...module.staticImports.map(({ moduleRequest, entries, start }) => ({
      name: moduleRequest.value,
      isTypeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
      start,
    })),
    ...module.staticExports.flatMap(({ entries, start }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ name: moduleRequest.value, isTypeOnly: isType, start }] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest, start }) => ({
      name: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
      isTypeOnly: false,
      start,
    })),
  ]
  return written.map(({ name, isTypeOnly, start }) => ({
    target: resolveTarget(path, name, serverExports),
    isTypeOnly,
    line: text.slice(0, start).split('\n').length,
  }))
}

function resolveTarget(
  path: string,
  name: string,
  serverExports: Readonly<Record<string, string>>,
): string {
  if (name.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), name))
  if (!name.startsWith(serverPackage)) return name
  const entry = `./${name.slice(serverPackage.length)}`
  for (const [pattern, file] of Object.entries(serverExports)) {
    const [head = '', tail] = pattern.split('*')
    const fits = tail === undefined ? entry === head : entry.startsWith(head)
    if (fits) return posix.join('server', file.replace('*', entry.slice(head.length)))
  }
  return name
}
