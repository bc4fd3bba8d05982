import { type LogEntry, readLog } from '../api/log.ts'
import { openSession } from '../api/session.ts'
import { defineCommand } from '../command.ts'
import { sayChange } from '../terminal/change-words.ts'
import { readLimit } from './ls.command.ts'

const usualLimit = 20
const maxLimit = 100

export const log = defineCommand({
  name: 'log',
  summary: 'Shows what happened to tasks, whoever did it',
  usage: ['log'],
  help: [
    'Newest first, each with the id that tend undo takes. Changes of lists, tags and views aren’t',
    'in it. It is shorter where more would have gaps. Names of devices and tokens need a token',
    'with account:read.',
    '',
    `  -n, --limit <number>  at most so many, ${usualLimit} by default, up to ${maxLimit}`,
  ],
  options: { limit: { type: 'string', short: 'n' } },
  async run({ environment, out, isJson }, { limit }) {
    const entries = await readLog(openSession(environment), readLimit(limit, usualLimit, maxLimit))
    if (isJson) return out.json({ entries })
    for (const entry of entries) {
      const by = {
        text: `${sayWhen(entry.at)}  ${entry.mutationId}  ${sayActor(entry)}`,
        style: 'dim',
      } as const
      out.line(by)
      for (const { title, operation, changes } of entry.tasks.slice(0, 5)) {
        out.line(`  ${sayChange(operation, changes)} “${title}”`)
      }
      if (entry.tasks.length > 5) out.line(`  and ${entry.tasks.length - 5} more`)
    }
    if (entries.length === 0) out.line('Nothing has happened in the last 90 days.')
  },
})

/** An instant by this machine's clock: 2026-11-30 09:05 */
export function sayWhen(instant: string): string {
  const at = new Date(instant)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}

function sayActor({ actor }: LogEntry): string {
  if (actor.kind === 'SYSTEM') return 'Tend'
  const name = actor.tokenName ?? actor.device
  const kind = actor.kind === 'TOKEN' ? 'a token' : 'the app'
  return `${name ?? kind}${actor.isCurrent ? ' (this one)' : ''}`
}
