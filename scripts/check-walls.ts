import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeImports } from './walls/judge-imports.ts'
import { judgeRoles } from './walls/judge-roles.ts'
import { readImports } from './walls/read-imports.ts'
import { rooms } from './walls/rooms.ts'

// Checks every import of the product's own code against the matrix of rooms. Tests may import anything,
// because they look at a room from outside.

const root = join(import.meta.dirname, '..')
const { exports } = JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8'))
const paths = globSync('{cli,client,server,web}/src/**/*.{ts,tsx}', { cwd: root }).filter(
  (path) => !/\.test\.|\.d\.ts$|\/support\//.test(path),
)
const files = paths.map((path) => ({
  path,
  imports: readImports(path, readFileSync(join(root, path), 'utf8'), exports),
}))
const refused = [...judgeImports(files, rooms), ...judgeRoles(files)]
for (const sentence of refused) console.log(sentence)
process.exitCode = refused.length > 0 ? 1 : 0
