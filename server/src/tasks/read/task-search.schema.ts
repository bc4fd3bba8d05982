import { readPageArgs } from '../../db/page.ts'
import { textLimits } from '../../domain/limits.ts'
import { searchLimits, searchTerms } from '../../domain/text/search-words.ts'
import { badUserInput } from '../../errors.ts'
import { builder } from '../../graphql/builder.ts'
import { readOwnFilter } from '../filter/own-filter.ts'
import { TaskFilterType } from '../filter/task-filter.schema.ts'
import { TaskType } from '../task.schema.ts'
import { TaskConnection, TaskEdge } from './task-connection.schema.ts'
import { countFound, rankedOrder, searchTasks } from './task-search.queries.ts'

const { searchText } = textLimits

builder.queryField('searchTasks', (t) =>
  t.connection(
    {
      type: TaskType,
      description: `Your tasks that have all of the words in title or description, the best first: titles before descriptions, whole words before beginnings, then the newest. The ${searchLimits.results} best are found; where the rarest of the words is in more tasks than that, the best of those that have exactly that word. Of a task, its first ${searchLimits.wordsPerTask} different words count.`,
      authScopes: { scope: 'tasks:read' },
      extensions: { cost: { points: 10 } },
      args: {
        query: t.arg.string({
          required: true,
          description: `${searchText.min} to ${searchText.max} characters with at least one letter, digit or emoji. Case, accents and punctuation don’t matter; the last word may be the beginning of one. What is joined is found however it is written (e-mail, email); C++, C#, .NET and 1.2.3 are themselves. The first ${searchLimits.wordsPerQuery} different words count. Where a language puts no spaces, every character is a word; a Korean word may go on with its particles.`,
        }),
        filter: t.arg({
          type: TaskFilterType,
          description: 'What the tasks must be besides; all outside the trash by default.',
        }),
      },
      resolve: async (_root, args, context) => {
        const terms = readQuery(args.query)
        const request = readPageArgs(args, rankedOrder(terms))
        const condition = await readOwnFilter(context, args.filter)
        const search = { terms, condition }
        const page = await context.asUser((db) => searchTasks(db, search, request))
        return { ...page, totalCount: () => context.asUser((db) => countFound(db, search)) }
      },
    },
    TaskConnection,
    TaskEdge,
  ),
)

function readQuery(query: string) {
  const terms = query.length > searchText.max ? [] : searchTerms(query)
  if (terms.length > 0) return terms
  const message = `A search has ${searchText.min} to ${searchText.max} characters, among them a letter, digit or emoji. Change it.`
  throw badUserInput([{ path: ['query'], message }])
}
