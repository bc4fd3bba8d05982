import type { Command } from './command.ts'
import type { Output } from './terminal/output.ts'

const codes = '0 done · 1 refused or not found · 2 wrong usage · 3 not signed in · 4 not reachable'

/** What somebody sees who runs `tend` for the first time. */
export function printHelp(out: Output, commands: readonly Command[]): void {
  out.line({ text: 'tend', style: 'bold' }, ': your tasks in Tend, on the command line')
  out.line()
  out.line('Begin with tend login. Then:')
  out.line("  tend add 'Pay rent every 1st 9am #home'")
  out.line('  tend ls')
  out.line('  tend done 1')
  out.line()
  for (const { name, summary } of commands) out.line(`  ${name.padEnd(8)} ${summary}`)
  out.line()
  out.line('tend <command> --help says more. Each takes --json, for programs.')
  out.line('TEND_TOKEN and TEND_API_URL go before what tend login has kept; NO_COLOR is respected.')
  out.line(`Exit codes: ${codes}`)
}

export function printCommandHelp(out: Output, { summary, usage, help }: Command): void {
  for (const way of usage) out.line({ text: `tend ${way}`, style: 'bold' })
  out.line()
  out.line(`${summary}.`)
  if (help.length > 0) out.line()
  for (const line of help) out.line(line)
  out.line()
  out.line('  --json  the answer as JSON, and errors as JSON on the standard error')
}
