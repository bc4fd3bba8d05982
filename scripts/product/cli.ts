import { join } from 'node:path'
import { rolldown } from 'rolldown'

const cli = join(import.meta.dirname, '../../cli')

/** Builds the command line and its client into one file, so that it starts soon and is installed by itself. */
export async function bundleCli(file: string): Promise<void> {
  const bundle = await rolldown({ input: join(cli, 'src/main.ts'), platform: 'node' })
  await bundle.write({ file, format: 'esm' })
  await bundle.close()
}
