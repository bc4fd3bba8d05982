import type { ReadFile } from './judge-imports.ts'

// In the server's features the names of files say their roles: tables import only tables, queries and services
// don't import GraphQL, and other features may import only files with a role.

const grounds = new Set([
  'auth',
  'db',
  'domain',
  'graphql',
  'http',
  'idempotency',
  'import-formats',
  'mail',
  'outgoing',
])
const shown = /\.(table|queries|service|schema|loader)\.ts$/

/** Everything that the roles reject, each a sentence that begins with the file's path. */
export function judgeRoles(files: readonly ReadFile[]): string[] {
  return files.flatMap(({ path, imports }) => {
    const feature = findFeature(path)
    if (feature === undefined || grounds.has(feature)) return []
    return imports.flatMap(({ target, line }) => {
      const problem = findProblem(path, feature, target)
      return problem === undefined ? [] : [`${path}:${line}: ${problem}`]
    })
  })
}

function findProblem(path: string, feature: string, target: string): string | undefined {
  const from = findFeature(target)
  if (
    path.endsWith('.table.ts') &&
    !target.endsWith('.table.ts') &&
    from !== 'domain' &&
    isOurs(target)
  )
    return `A table's types build on other tables and on the domain, found ${target}.`
  if (/\.(queries|service)\.ts$/.test(path) && knowsGraphql(target, from))
    return `Queries and services know nothing of GraphQL or HTTP, found ${target}.`
  if (from === undefined || from === feature || grounds.has(from) || shown.test(target))
    return undefined
  return `Of another feature its table, queries, service, schema and loader may be imported, found ${target}.`
}

function knowsGraphql(target: string, from: string | undefined): boolean {
  return (
    target === 'graphql' || from === 'graphql' || from === 'http' || target.endsWith('.schema.ts')
  )
}

function findFeature(path: string): string | undefined {
  return /^server\/src\/([\w-]+)\//.exec(path)?.[1]
}

function isOurs(target: string): boolean {
  return target.startsWith('server/src/')
}
