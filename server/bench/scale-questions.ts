import { commonWord, rareWord } from './database/fill-account.ts'

const titles =
  'nodes { id title completed dueOn list { id name } } pageInfo { hasNextPage endCursor }'
const open = 'completed: { eq: false }'

function tasks(filter: string, orderBy = '', page = 'first: 50'): string {
  const order = orderBy && `, orderBy: [{ ${orderBy} }]`
  return `{ tasks(${page}, filter: { ${filter} }${order}) { ${titles} } }`
}

function search(words: string): string {
  return `{ searchTasks(first: 50, query: "${words}") { ${titles} } }`
}

/** The operations for both accounts; those that need an inbox take its id as a variable. */
export const questions: Record<string, string> = {
  'first page, newest': tasks(''),
  'first page, open': tasks(open),
  'open by due date': tasks(open, 'field: DUE'),
  'open by due date, no date first': tasks(open, 'field: DUE, nulls: FIRST'),
  'today and overdue': tasks(`${open}, dueState: { in: [OVERDUE, TODAY] }`, 'field: DUE'),
  'inbox, by the relation': tasks(`${open}, list: { isInbox: { eq: true } }`, 'field: MANUAL'),
  'inbox, by its id': `query ($inbox: ID!) ${tasks(`${open}, listId: { eq: $inbox }, hasParent: { eq: false }`, 'field: MANUAL')}`,
  'last completed': tasks('completed: { eq: true }', 'field: COMPLETED_AT, direction: DESC'),
  'last changed': tasks('', 'field: UPDATED_AT, direction: DESC'),
  'open by priority': tasks(open, 'field: PRIORITY, direction: DESC'),
  'open by title': tasks(open, 'field: TITLE'),
  'a tag': tasks(`${open}, tags: { some: { name: { eq: "tag 1" } } }`),
  'no tag': tasks(`${open}, tags: { none: {} }`),
  'a list by its name': tasks(`${open}, list: { name: { eq: "List 1" } }`),
  'a priority': tasks(`${open}, priority: { eq: HIGH }`),
  'a due day': tasks(`${open}, dueOn: { eq: "P0D" }`),
  'created in the last hour': tasks('createdAt: { gte: "-PT1H" }'),
  trash: tasks('deleted: { eq: true }', 'field: DELETED_AT, direction: DESC'),
  'title contains': tasks(`title: { containsIgnoreCase: "${rareWord}" }`),
  'search, rare word': search(rareWord),
  'search, word in half of all': search(commonWord),
  'search, one letter': search('a'),
  'search, common and rare': search(`${commonWord} ${rareWord}`),
  'filter by a rare word': tasks(`search: "${rareWord}"`),
  'filter by a common word': tasks(`search: "${commonWord}"`),
  'lists with open counts': '{ lists(first: 50) { nodes { id name openTaskCount } } }',
  'totalCount of all': '{ tasks(first: 1) { totalCount } }',
  'totalCount of open': `{ tasks(first: 1, filter: { ${open} }) { totalCount } }`,
}
