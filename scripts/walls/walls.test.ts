import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judgeImports, type ReadFile } from './judge-imports.ts'
import { judgeRoles } from './judge-roles.ts'
import { readImports } from './read-imports.ts'
import { rooms } from './rooms.ts'

const names = Object.keys(rooms)
const serverPackage = join(import.meta.dirname, '../../server/package.json')
const { exports } = JSON.parse(readFileSync(serverPackage, 'utf8'))

function planted(path: string, text: string): string[] {
  return refuseIn([{ path, imports: readImports(path, text, exports) }])
}

/** What is refused of these files; that most permissions go unused by so few is left out. */
function refuseIn(files: ReadFile[]): string[] {
  return judgeImports(files, rooms).filter((sentence) => !sentence.startsWith('rooms.ts: '))
}

function fileIn(room: string): string {
  return /\.\w+$/.test(room) ? room : `${room}/planted.ts`
}

function importOf(from: string, to: string, kind = 'import'): string {
  const up = '../'.repeat(from.split('/').length - 1)
  return `${kind} { planted } from '${up}${fileIn(to)}'\n`
}

describe('the walls between rooms', () => {
  it.each(names)('refuse an import that %s may not make', (room) => {
    const path = fileIn(room)
    const allowed = new Set(rooms[room]?.imports.map((entry) => entry.replace('type ', '')))
    const forbidden = names.find((name) => name !== room && !allowed.has(name)) ?? ''
    const refused = planted(path, importOf(path, forbidden))
    expect(refused).toEqual([
      expect.stringContaining(`${path}:1: ${room} may not import ${forbidden}`),
    ])
  })

  const typed = names.flatMap((room) =>
    (rooms[room]?.imports ?? [])
      .filter((entry) => entry.startsWith('type '))
      .map((entry) => [room, entry.slice('type '.length)] as const),
  )
  it.each(typed)('let %s take types of %s, and nothing that runs', (room, imported) => {
    const path = fileIn(room)
    expect(planted(path, importOf(path, imported, 'import type'))).toEqual([])
    expect(planted(path, importOf(path, imported))).toHaveLength(1)
  })

  it('point one way: a room is listed above the rooms whose code it runs', () => {
    const backward = names.flatMap((room, index) =>
      (rooms[room]?.imports ?? [])
        .filter((entry) => !entry.startsWith('type ') && names.indexOf(entry) > index)
        .map((entry) => `${room} → ${entry}`),
    )
    expect(backward).toEqual([])
  })

  it('count re-exports, dynamic imports and the server’s package as imports', () => {
    const path = 'web/src/ui/planted.tsx'
    expect(planted(path, "export { a } from '../model/x.ts'")).toHaveLength(1)
    expect(planted(path, "const a = () => import('../model/x.ts')")).toHaveLength(1)
    expect(planted(path, "import { connectDatabase } from '@tend/server/db'")).toHaveLength(1)
    expect(planted(path, "import { maxLists } from '@tend/server/domain/limits'")).toEqual([])
  })

  it('keep packages out of rooms that they don’t belong in', () => {
    expect(
      planted('server/src/domain/planted.ts', "import { readFileSync } from 'node:fs'"),
    ).toEqual(["server/src/domain/planted.ts:1: node:fs doesn't belong in server/src/domain."])
    expect(planted('web/src/ui/planted.tsx', "import { useQuery } from 'urql'")).toHaveLength(1)
  })

  it('refuse a permission that nobody uses', () => {
    const lonely = {
      'server/src/a': { imports: ['server/src/b'] },
      'server/src/b': { imports: [] },
    }
    expect(judgeImports([], lonely)).toEqual([
      'rooms.ts: server/src/a imports nothing of server/src/b: take it out.',
    ])
  })

  it('refuse a file that belongs to no room', () => {
    expect(planted('elsewhere/planted.ts', '')).toHaveLength(1)
  })
})

describe('the roles inside a feature', () => {
  const refused = (path: string, target: string) =>
    judgeRoles([{ path, imports: [{ target, isTypeOnly: false, line: 1 }] }])

  it.each([
    ['a table that knows queries', 'tags/tag.table.ts', 'tags/tag.queries.ts'],
    ['queries that know GraphQL', 'tags/tag.queries.ts', 'graphql/builder.ts'],
    ['a service that knows its schema', 'tags/tag.service.ts', 'tags/tag.schema.ts'],
    ['a feature that knows the insides of another', 'views/view.service.ts', 'tasks/x/judge.ts'],
  ])('refuse %s', (_, path, target) => {
    expect(refused(`server/src/${path}`, `server/src/${target}`)).toHaveLength(1)
  })

  it.each([
    ['tags/tag.table.ts', 'lists/list.table.ts'],
    ['tags/tag.service.ts', 'lists/list.queries.ts'],
    ['tags/tag.schema.ts', 'graphql/builder.ts'],
  ])('let %s import %s', (path, target) => {
    expect(refused(`server/src/${path}`, `server/src/${target}`)).toEqual([])
  })
})
