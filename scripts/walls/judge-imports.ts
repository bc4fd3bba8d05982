import type { Import } from './read-imports.ts'
import type { Room } from './rooms.ts'

/** A file of ours and what it imports. */
export type ReadFile = {
  path: string
  imports: readonly Import[]
}

/** Everything that the matrix rejects, each a sentence that begins with the file's path. */
export function judgeImports(
  files: readonly ReadFile[],
  rooms: Readonly<Record<string, Room>>,
): string[] {
  const roomOf = createRoomFinder(Object.keys(rooms))
  const permissions = new Map(
    Object.entries(rooms).map(([room, { imports }]) => [room, new Map(imports.map(readEntry))]),
  )
  const used = new Set<string>()
  const refused = files.flatMap(({ path, imports }) => {
    const room = roomOf(path)
    if (room === undefined) return [`${path} is in no room: name its folder in rooms.ts.`]
    return imports.flatMap(({ target, isTypeOnly, line }) => {
      const at = `${path}:${line}`
      if (rooms[room]?.withoutPackages?.some((name) => isNamed(target, name)))
        return [`${at}: ${target} doesn't belong in ${room}.`]
      const imported = roomOf(target)
      if (imported === undefined || imported === room) return []
      used.add(`${room} ${imported}`)
      const given = permissions.get(room)?.get(imported)
      if (given === 'wholly' || (given && isTypeOnly)) return []
      const refusal = given ? 'import more than types of' : 'import'
      return [
        `${at}: ${room} may not ${refusal} ${imported}. Turn the arrow round, hand it in, or change rooms.ts.`,
      ]
    })
  })
  const unused = [...permissions].flatMap(([room, given]) =>
    [...given.keys()]
      .filter((imported) => !used.has(`${room} ${imported}`))
      .map((imported) => `rooms.ts: ${room} imports nothing of ${imported}: take it out.`),
  )
  return [...refused, ...unused]
}

/** Finds a file's room: the longest path with which the file's own begins. */
export function createRoomFinder(names: readonly string[]): (path: string) => string | undefined {
  const longestFirst = names.toSorted((a, b) => b.length - a.length)
  return (path) => longestFirst.find((name) => path === name || path.startsWith(`${name}/`))
}

/** A room that may be imported, completely or only for types. */
function readEntry(entry: string): readonly [imported: string, given: 'wholly' | 'as types'] {
  return entry.startsWith('type ') ? [entry.slice('type '.length), 'as types'] : [entry, 'wholly']
}

function isNamed(target: string, name: string): boolean {
  return target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`)
}
