import { z } from 'zod'
import { defineTool } from '../tool.ts'

const query = `query Search($query: String!, $first: Int!) {
  searchTasks(query: $query, first: $first) { nodes { id title } }
}`
type Data = { searchTasks: { nodes: { id: string; title: string }[] } }

const shown = 20

export const searchTool = defineTool({
  name: 'search',
  title: 'Search tasks',
  description: `The ${shown} tasks that fit these words best, also completed ones; not those in the trash.`,
  effect: 'reads',
  isPlainJson: true,
  input: z.strictObject({ query: z.string() }),
  output: z.object({
    results: z.array(z.object({ id: z.string(), title: z.string(), url: z.string() })),
  }),
  async run({ ask, webUrl }, { query: words }) {
    const { nodes } = (await ask<Data>(query, { query: words, first: shown })).searchTasks
    const results = nodes.map(({ id, title }) => ({ id, title, url: taskUrl(webUrl, id) }))
    return { data: { results } }
  },
})

/** Where the app shows a task. */
export function taskUrl(webUrl: string, id: string): string {
  return `${webUrl}/task/${id}`
}
