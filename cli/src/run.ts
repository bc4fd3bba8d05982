import { TendError } from '../../client/src/index.ts'
import { getCredentials } from './account/credentials.ts'
import { explain } from './api/explain.ts'
import type { Command, Context } from './command.ts'
import { add } from './commands/add.command.ts'
import { done, reopen, rm } from './commands/change.command.ts'
import { edit } from './commands/edit.command.ts'
import { exportAll } from './commands/export.command.ts'
import { importFile } from './commands/import.command.ts'
import { log } from './commands/log.command.ts'
import { login, logout } from './commands/login.command.ts'
import { ls } from './commands/ls.command.ts'
import { redo, undo } from './commands/undo.command.ts'
import { watch } from './commands/watch.command.ts'
import { exitCodes, Failure, failUsage } from './failure.ts'
import { printCommandHelp, printHelp } from './help.ts'
import { sayDay } from './terminal/task-line.ts'

export const commands: readonly Command[] = [
  ...[login, logout, add, ls, done, reopen, edit, rm],
  ...[undo, redo, log, watch, exportAll, importFile],
]

/** Runs what was written behind `tend`, and gives the exit code. */
export async function run(
  args: readonly string[],
  context: Omit<Context, 'isJson'>,
  version: string,
): Promise<number> {
  try {
    await runCommand(args, context, version)
    return exitCodes.done
  } catch (error) {
    const failure = toFailure(error, context)
    tell(failure, args, context)
    return failure.exitCode
  }
}

async function runCommand(
  args: readonly string[],
  context: Omit<Context, 'isJson'>,
  version: string,
) {
  const { out } = context
  const [name = 'help', ...rest] = args
  if (['--version', '-v'].includes(name)) return out.line(version)
  const isHelp = ['help', '--help', '-h'].includes(name)
  const asked = isHelp ? rest[0] : name
  if (asked === undefined) return printHelp(out, commands)
  const command = commands.find((one) => one.name === asked)
  if (!command)
    throw failUsage(`A command was expected, and ${asked} is none. tend --help lists them.`)
  if (isHelp || asksForHelp(rest)) return printCommandHelp(out, command)
  await command.run(context, rest)
}

/** Behind `--` everything is text. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  const before = end === -1 ? args : args.slice(0, end)
  return before.includes('--help') || before.includes('-h')
}

function toFailure(error: unknown, { environment }: Omit<Context, 'isJson'>): Failure {
  if (error instanceof Failure) return error
  if (error instanceof TendError) return explain(error, getCredentials(environment).url)
  const { code, message } = error as NodeJS.ErrnoException
  // Such as a folder that can't be written to: what the system says names the path.
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code))
    return new Failure({ code, message, exitCode: exitCodes.refused, cause: error })
  throw error
}

function tell(
  { message, code, candidates, requestId }: Failure,
  args: readonly string[],
  { err }: Omit<Context, 'isJson'>,
): void {
  if (args.includes('--json')) {
    err.json({ error: { code, message, candidates, requestId: requestId ?? null } })
    return
  }
  err.line({ text: 'tend: ', style: 'red' }, message)
  for (const { id, title, list, dueOn } of candidates) {
    const due = dueOn === null ? '' : `  ${sayDay(dueOn)}`
    err.line(`  ${id}  ${title}`, { text: `  #${list}${due}`, style: 'dim' })
  }
  if (requestId !== undefined && code === 'INTERNAL_SERVER_ERROR')
    err.line({ text: `Quote this if you report it: ${requestId}`, style: 'dim' })
}
