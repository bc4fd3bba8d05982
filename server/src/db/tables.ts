import type { UserTable } from '../account/user.table.ts'
import type { ListTable } from '../lists/list.table.ts'
import type { TaskTable } from '../tasks/task.table.ts'

/** The tables that a person's requests can reach, by name. */
export interface TenantTables {
  auth_user: UserTable
  list: ListTable
  task: TaskTable
}

/** The column of each that names the person whose row it is. */
export const tenantColumns: { readonly [Table in keyof TenantTables]: string } = {
  auth_user: 'id',
  list: 'user_id',
  task: 'user_id',
}
