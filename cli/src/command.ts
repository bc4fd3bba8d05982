import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Environment } from './environment.ts'
import { failUsage } from './failure.ts'
import type { Output } from './terminal/output.ts'

/** What a command has to work with. */
export type Context = {
  environment: Environment
  out: Output
  /** For people only: warnings and what went wrong. */
  err: Output
  isJson: boolean
}

type Definition<Options extends ParseArgsOptionsConfig> = {
  name: string
  summary: string
  /** Each way to write it, without `tend`. */
  usage: readonly string[]
  /** More to know, line by line. */
  help: readonly string[]
  options: Options
  run(context: Context, values: ValuesOf<Options>, words: readonly string[]): Promise<void>
}

type ValuesOf<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>['values']

export type Command = Pick<Definition<never>, 'name' | 'summary' | 'usage' | 'help'> & {
  run(context: Omit<Context, 'isJson'>, args: readonly string[]): Promise<void>
}

/** A command that reads its own arguments; `--json` and `--help` are in each. */
export function defineCommand<const Options extends ParseArgsOptionsConfig>(
  definition: Definition<Options>,
): Command {
  const { name, summary, usage, help } = definition
  const options = { ...definition.options, json: { type: 'boolean' } } as const
  return {
    ...{ name, summary, usage, help },
    async run(context, args) {
      const { values, positionals } = read()
      const isJson = (values as { json?: boolean }).json === true
      await definition.run({ ...context, isJson }, values as ValuesOf<Options>, positionals)

      function read() {
        try {
          return parseArgs({ args: [...args], options, allowPositionals: true })
        } catch (error) {
          const [sentence = ''] = (error as Error).message.split('. ')
          throw failUsage(`${sentence.replace(/\.$/, '')}. See tend ${name} --help.`)
        }
      }
    },
  }
}
