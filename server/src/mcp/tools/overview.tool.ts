import { z } from 'zod'
import { writeDay } from '../days.ts'
import { findTimeZone } from '../shown-task.ts'
import { defineTool } from '../tool.ts'

/** How many lists, tags and views are told without being asked for: an overview must stay short. */
const shownOfEach = 8
/** How much of a name is. A section has them whole. */
const shownOfName = 60
const pageSize = 50

const fields = {
  lists: 'id name isInbox openTaskCount',
  tags: 'id name openTaskCount',
  views: 'id name',
} as const
const roots = { lists: 'lists', tags: 'tags', views: 'savedViews' } as const

type Section = keyof typeof fields
type Named = { id: string; name: string; openTaskCount?: number; isInbox?: boolean }
type Page = {
  totalCount: number
  nodes: Named[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
type Count = { totalCount: number }

const pageOf = (section: Section) =>
  `${section}: ${roots[section]}(first: $first, after: $after) { totalCount nodes { ${fields[section]} } pageInfo { hasNextPage endCursor } }`

const countOf = (filter: string) =>
  `tasks(first: 1, filter: { completed: { eq: false }, list: { archived: { eq: false } }${filter} }) { totalCount }`

const overview = `query Overview($first: Int!, $after: String) {
  today: parseQuickAdd(text: "x today") { dueOn }
  overdue: ${countOf(', dueState: { eq: OVERDUE }')}
  dueToday: ${countOf(', dueState: { eq: TODAY }')}
  dueInNext7Days: ${countOf(', dueState: { eq: NEXT_7_DAYS }')}
  open: ${countOf('')}
  ${pageOf('lists')} ${pageOf('tags')} ${pageOf('views')}
}`

type Overview = Record<Section, Page> &
  Record<'overdue' | 'dueToday' | 'dueInNext7Days' | 'open', Count> & {
    today: { dueOn: string }
  }

export const overviewTool = defineTool({
  name: 'overview',
  title: 'Overview',
  description: `What day it is for the person, how many tasks are open and due, and the ids of the first ${shownOfEach} lists, tags and saved views. With section: the next ${pageSize} of these. Call it first.`,
  effect: 'reads',
  input: z.strictObject({
    section: z.enum(['lists', 'tags', 'views']).optional(),
    cursor: z.string().optional(),
  }),
  output: z.object({}),
  async run(caller, { section, cursor }) {
    if (section) {
      const query = `query Overview($first: Int!, $after: String) { ${pageOf(section)} }`
      const variables = { first: pageSize, after: cursor }
      const found = await caller.ask<Record<Section, Page>>(query, variables)
      return { data: { [section]: showPage(found[section], (name) => name) } }
    }
    const found = await caller.ask<Overview>(overview, { first: shownOfEach, after: cursor })
    const timeZone = await findTimeZone(caller)
    return {
      words: 'Lists, tags and views end with a cursor when there are more of them.',
      data: {
        today: writeDay(found.today.dueOn),
        ...(timeZone && { timeZone }),
        mayChangeTasks: caller.scopes.has('tasks:write'),
        openTasks: found.open.totalCount,
        overdue: found.overdue.totalCount,
        dueToday: found.dueToday.totalCount,
        dueInNext7Days: found.dueInNext7Days.totalCount,
        lists: showPage(found.lists, shorten),
        tags: showPage(found.tags, shorten),
        views: showPage(found.views, shorten),
      },
    }
  },
})

function shorten(name: string): string {
  return name.length <= shownOfName ? name : `${name.slice(0, shownOfName - 1)}…`
}

function showPage({ totalCount, nodes, pageInfo }: Page, write: (name: string) => string) {
  return {
    total: totalCount,
    items: nodes.map(({ id, name, openTaskCount, isInbox }) => ({
      id,
      name: write(name),
      ...(openTaskCount !== undefined && { open: openTaskCount }),
      ...(isInbox && { isInbox }),
    })),
    ...(pageInfo.hasNextPage && { cursor: pageInfo.endCursor }),
  }
}
