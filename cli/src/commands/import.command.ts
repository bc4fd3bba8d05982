import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { fetchFile } from '../api/files.ts'
import { openSession } from '../api/session.ts'
import { defineCommand } from '../command.ts'
import { failRefused, failUsage } from '../failure.ts'

type Counts = {
  lists: { added: number; kept: number }
  tags: { added: number; kept: number }
  views: { added: number; kept: number }
  tasks: { added: number; kept: number }
  mutationId: string
}

export const importFile = defineCommand({
  name: 'import',
  summary: 'Takes in an export, of Tend or of another app',
  usage: ['import <file>'],
  help: [
    'All of the file or nothing. What is there already stays as it is, so that repeating an import',
    'changes nothing; tend undo takes it back. docs/import.md says which apps are known.',
  ],
  options: {},
  async run({ environment, out, isJson }, _values, [path, ...others]) {
    if (path === undefined || others.length > 0)
      throw failUsage('tend import takes one file: tend import tend.json')
    const session = openSession(environment)
    const body = await open(path)
    const type = path.toLowerCase().endsWith('.json')
      ? 'application/json'
      : 'application/octet-stream'
    const name = new URLSearchParams({ name: basename(path) })
    const request = { method: 'POST', body, headers: { 'content-type': type } }
    const response = await fetchFile(session, `/import?${name}`, request)
    const { data } = (await response.json()) as { data: Counts }
    const { lists, tags, views, tasks, mutationId } = data
    const added = [lists, tags, views, tasks].reduce((sum, one) => sum + one.added, 0)
    if (added > 0) session.memory.addStep('import', mutationId)
    if (isJson) return out.json({ lists, tags, views, tasks, mutationId })
    out.line(
      { text: 'Imported', style: 'green' },
      ` ${tasks.added} tasks, ${lists.added} lists, ${tags.added} tags, ${views.added} views; ${tasks.kept} tasks were there already.`,
    )
  },
})

async function open(path: string): Promise<Blob> {
  try {
    return await openAsBlob(path)
  } catch (error) {
    throw failRefused('FILE_UNREADABLE', `${path} can’t be read: ${(error as Error).message}`)
  }
}
