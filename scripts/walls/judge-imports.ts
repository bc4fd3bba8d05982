import type { Import } from './read-imports.ts'
import type { Room } from './rooms.ts'

/** A file of ours and what it imports. */
export type ReadFile = {
  path: string
  imports: readonly Import[]
}

/** A permission of the matrix, as it is written there. */
type Permission = {
  room: string
  imported: string
  isTypeOnly: boolean
}

/** All that the matrix refuses, each a sentence that begins with where it is. */
export function judgeImports(
  files: readonly ReadFile[],
  rooms: Readonly<Record<string, Room>>,
): string[] {
  const roomOf = createRoomFinder(Object.keys(rooms))
  const unused = new Map(
    Object.keys(rooms).flatMap((room) =>
      listPermissions(room, rooms).map((one) => [toKey(one), one]),
    ),
  )
  const refused = files.flatMap(({ path, imports }) => {
    const room = roomOf(path)
    if (room === undefined) return [`${path} is in no room: name its folder in rooms.ts.`]
    return imports.flatMap((one) => {
      const at = `${path}:${one.line}`
      const banned = rooms[room]?.withoutPackages?.find((name) => isNamed(one.target, name))
      if (banned !== undefined) return [`${at}: ${one.target} doesn't belong in ${room}.`]
      const imported = roomOf(one.target)
      if (imported === undefined || imported === room) return []
      const given = listPermissions(room, rooms).filter((one) => one.imported === imported)
      const permission = given.find(({ isTypeOnly }) => one.isTypeOnly || !isTypeOnly)
      if (!permission) {
        const refused = given.length > 0 ? 'import more than types of' : 'import'
        return [
          `${at}: ${room} may not ${refused} ${imported}. Turn the arrow round, hand it in, or change rooms.ts.`,
        ]
      }
      unused.delete(toKey(permission))
      return []
    })
  })
  return [
    ...refused,
    ...[...unused.values()].map(
      ({ room, imported }) => `rooms.ts: ${room} imports nothing of ${imported}: take it out.`,
    ),
  ]
}

/** By the longest path that a file's own begins with. */
export function createRoomFinder(names: readonly string[]): (path: string) => string | undefined {
  const longestFirst = names.toSorted((a, b) => b.length - a.length)
  return (path) => longestFirst.find((name) => path === name || path.startsWith(`${name}/`))
}

/** What a room may import: what is let in wholly goes before what is let in as types. */
function listPermissions(room: string, rooms: Readonly<Record<string, Room>>): Permission[] {
  const imports = rooms[room]?.imports ?? []
  return imports
    .map((entry) => ({
      room,
      imported: entry.replace(/^type /, ''),
      isTypeOnly: entry.startsWith('type '),
    }))
    .sort((a, b) => Number(a.isTypeOnly) - Number(b.isTypeOnly))
}

function toKey({ room, imported, isTypeOnly }: Permission): string {
  return `${room} ${isTypeOnly ? 'type ' : ''}${imported}`
}

function isNamed(target: string, name: string): boolean {
  return target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`)
}
