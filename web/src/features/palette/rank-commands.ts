import type { Command } from './command.ts'
import { scoreMatch } from './score-match.ts'

export type CommandGroup = { title: string; items: readonly Command[] }

const recentCount = 5
const wordsWeight = 0.8
const recentBonus = 0.1

/**
 * What the palette shows: with nothing typed what was used last, then everything in its groups; else
 * what answers the query, the best first, what was used lately a little before its equals.
 */
export function rankCommands(
  commands: readonly Command[],
  query: string,
  recentIds: readonly string[],
): CommandGroup[] {
  if (query.trim() === '') return listAll(commands, recentIds)
  const scored = commands.flatMap((command) => {
    const score = scoreCommand(command, query)
    const age = recentIds.indexOf(command.id)
    const bonus = age === -1 ? 0 : recentBonus * (1 - age / recentIds.length)
    return score > 0 ? [{ command, score: score + bonus }] : []
  })
  return groupCommands(scored.toSorted((a, b) => b.score - a.score).map(({ command }) => command))
}

function listAll(commands: readonly Command[], recentIds: readonly string[]): CommandGroup[] {
  const recent = recentIds
    .flatMap((id) => commands.find((command) => command.id === id) ?? [])
    .slice(0, recentCount)
  const others = groupCommands(commands.filter((command) => !recent.includes(command)))
  return recent.length > 0 ? [{ title: 'Recent', items: recent }, ...others] : others
}

function scoreCommand({ name, words }: Command, query: string): number {
  return Math.max(scoreMatch(query, name), words ? wordsWeight * scoreMatch(query, words) : 0)
}

/** Under their headings, those in the order in which they first appear. */
function groupCommands(commands: readonly Command[]): CommandGroup[] {
  const groups = Map.groupBy(commands, ({ group }) => group)
  return [...groups].map(([title, items]) => ({ title, items }))
}
