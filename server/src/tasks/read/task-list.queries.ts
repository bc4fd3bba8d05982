import { sql } from 'kysely'
import {
  type KeysetOrdering,
  orderTerm,
  type Part,
  readKeysetPage,
  readPart,
} from '../../db/keyset.ts'
import type { CursorValues, Page, PageRequest } from '../../db/page.ts'
import type { UserDatabase } from '../../db/user-database.ts'
import { type Condition, listPresentColumns } from '../../domain/filter/condition.ts'
import { type IndexedAndResidual, splitByIndex } from '../filter/indexed-and-residual.ts'
import { whereTask } from '../filter/task-filter.queries.ts'
import { type Task, taskColumns } from '../task.queries.ts'

/**
 * A page of the tasks that match a condition, in any order.
 *
 * PostgreSQL estimates how many tasks of all people have a tag, a word or a priority, but not how
 * many of this person's do. For somebody with 100,000 tasks, it then collects and sorts thousands
 * for one page. So the rows nearest to the beginning of the page are looked through first, which is
 * nearly always enough where many match; where few match, PostgreSQL’s own plan is fast.
 *
 * @param nearRows how many of them, instead of the default number
 */
export function listTasks(
  db: UserDatabase,
  request: PageRequest<CursorValues>,
  ordering: KeysetOrdering,
  condition: Condition,
  nearRows?: number,
): Promise<Page<Task>> {
  const query = db
    .selectFrom('task')
    .select(taskColumns)
    .where((eb) => whereTask(eb, condition))
  const split = splitByIndex(condition, ordering.keys)
  return readKeysetPage<Task>(query, ordering, request, {
    present: listPresentColumns(condition),
    ...(split && {
      findFirst: (part, wanted) =>
        findNearest(db, ordering, part, { ...split, rows: nearRows ?? split.rows }, wanted),
    }),
  })
}

/**
 * The first rows of a page, if they are among the nearest; undefined when more have to be looked
 * through.
 */
async function findNearest(
  db: UserDatabase,
  ordering: KeysetOrdering,
  part: Part,
  { indexed, residual, rows: nearRows }: IndexedAndResidual,
  wanted: number,
): Promise<Task[] | undefined> {
  const order = sql.join(part.order.map(orderTerm))
  const all = db
    .selectFrom('task')
    .selectAll('task')
    .select(sql<number>`row_number() over (order by ${order})`.as('nth'))
    .where((eb) => whereTask(eb, indexed))
  const nearest = readPart(all, [], part).limit(nearRows)
  // The last row is included even if it doesn't match, because it shows that there are more after
  // it.
  const fitting = db
    .selectFrom(nearest.as('task'))
    .select([...taskColumns, 'task.nth'])
    .where((eb) =>
      eb.or([whereTask(eb as never, residual, 'rowByRow'), eb('task.nth', '=', nearRows)]),
    )
  const rows = await readPart(fitting, ordering.keys, { ...part, where: [] })
    .limit(wanted + 1)
    .execute()
  const isCut = rows.at(-1)?.nth === nearRows
  const found = (isCut ? rows.slice(0, -1) : rows).map(({ nth: _, ...task }) => task)
  return isCut && found.length < wanted ? undefined : found.slice(0, wanted)
}

/** The number of tasks that match a condition. */
export async function countTasks(db: UserDatabase, condition: Condition): Promise<number> {
  const { count } = await db
    .selectFrom('task')
    .where((eb) => whereTask(eb, condition))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
