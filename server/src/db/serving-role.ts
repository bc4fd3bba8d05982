import { createHash } from 'node:crypto'
import {
  type Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  type QueryId,
  type RawNode,
  sql,
} from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The role that serves requests: it owns nothing and sees rows only through the policies. Roles belong to
 * the whole server, so each database has one named after it: with one for all, the owner of a second
 * installation could become the role that reads the first.
 * https://www.postgresql.org/docs/current/user-manag.html
 */
export async function findServingRole(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  return nameServingRole(rows[0]?.name ?? '')
}

/**
 * At most 63 bytes, as PostgreSQL cuts names, in letters that need no quotes, and another one for each
 * database: a hash takes the place of what doesn't fit, and only names with a hash have all 63.
 */
export function nameServingRole(database: string): string {
  if (/^[a-z0-9_]{1,53}$/.test(database)) return `tend_api_${database}`
  return `tend_api_${createHash('sha256').update(database).digest('hex').slice(0, 54)}`
}

/** What migrations call the serving role; when it had that name, one served all databases. */
const roleNameInMigrations = /\btend_api\b/g

/** The migration, with this database's serving role wherever it says `tend_api`. */
export function withServingRole(migration: Migration, role: string): Migration {
  return { ...migration, up: (db) => migration.up(db.withPlugin(nameInMigrations(role))) }
}

function nameInMigrations(role: string): KyselyPlugin {
  const transformer = new (class extends OperationNodeTransformer {
    protected override transformRaw(node: RawNode, queryId: QueryId): RawNode {
      const sqlFragments = node.sqlFragments.map((part) => part.replace(roleNameInMigrations, role))
      return super.transformRaw({ ...node, sqlFragments }, queryId)
    }
  })()
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  }
}

/**
 * Sees to it that the database has its serving role, and that only those connect who were let in.
 * Where another role has served, because it was one for all databases or because this one was copied,
 * renamed or restored under another name, its rights and policies here go over to the new one; it is
 * dropped when nothing else holds it. API processes that still run as the other are refused from then
 * on. Run before each migration; does nothing when all is in order.
 *
 * @throws Error in words when the role is missing and the owner may not make it
 */
export async function prepareServingRole(owner: Kysely<unknown>): Promise<string> {
  const role = await findServingRole(owner)
  await owner.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('tend: serving role', 0))`.execute(db)
    await makeRole(db, role)
    const before = await findRoleInPolicies(db)
    if (before && before !== role) await replaceRole(db, before, role)
    await closeToPublic(db)
  })
  return role
}

/**
 * The connecting role must be allowed to become this role; since PostgreSQL 16, having created it isn't
 * enough. If somebody else has created and granted it, this needs no privilege.
 */
async function makeRole(db: Kysely<unknown>, role: string): Promise<void> {
  const { rows } = await sql<{ user: string; missing: string[] }>`
    select current_user as user, array_remove(array[
      case when r.oid is null then format('create role %I nologin noinherit', name) end,
      case when (r.oid is null and not me.rolsuper)
          or not pg_has_role(current_user, r.oid, case when is_new then 'SET' else 'MEMBER' end)
        then format('grant %I to %I', name, current_user)
          || case when is_new then ' with inherit false, set true' else '' end
      end], null) as missing
    from (select ${role}::text as name, current_setting('server_version_num')::int >= 160000 as is_new) s
    join pg_roles me on me.rolname = current_user
    left join pg_roles r on r.rolname = name`.execute(db)
  const { user = '', missing = [] } = rows[0] ?? {}
  try {
    for (const statement of missing) await sql.raw(statement).execute(db)
  } catch (error) {
    if ((error as { code?: unknown }).code !== '42501') throw error
    throw new Error(
      `The database's serving role is not there for ${user}, who may not make it. Let somebody who may run: ${missing.join('; ')}`,
      { cause: error },
    )
  }
}

/** The policies of the people's own rows are for it alone. */
async function findRoleInPolicies(db: Kysely<unknown>): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select r.rolname as name from pg_policy p join pg_roles r on r.oid = any(p.polroles)
    where p.polrelid = to_regclass('auth_user') and p.polname = 'own_row'`.execute(db)
  return rows[0]?.name
}

async function replaceRole(db: Kysely<unknown>, before: string, role: string): Promise<void> {
  const { rows: policies } = await sql<{ statement: string }>`
    select format('alter policy %I on %s to %I', polname, polrelid::regclass, ${role}::text) as statement
    from pg_policy where polroles = array[${before}::regrole::oid]`.execute(db)
  const { rows: rights } = await sql<{ statement: string }>`
    with held as (
      select format('%s on table %s', privilege_type, oid::regclass) as what
        from pg_class, aclexplode(relacl) where grantee = ${before}::regrole
      union all
      select format('%s (%I) on table %s', privilege_type, attname, attrelid::regclass)
        from pg_attribute, aclexplode(attacl) where grantee = ${before}::regrole
      union all
      select format('%s on schema %I', privilege_type, nspname)
        from pg_namespace, aclexplode(nspacl) where grantee = ${before}::regrole
      union all
      select format('%s on function %s', privilege_type, oid::regprocedure)
        from pg_proc, aclexplode(proacl) where grantee = ${before}::regrole
    )
    select format('grant %s to %I', what, ${role}::text) as statement from held
    union all
    select format('revoke %s from %I', what, ${before}::text) from held`.execute(db)
  for (const { statement } of [...policies, ...rights]) await sql.raw(statement).execute(db)
  await sql`
    do $$ begin
      drop role ${sql.id(before)};
    exception when dependent_objects_still_exist or insufficient_privilege or object_in_use then null;
    end $$`.execute(db)
}

/** By default everybody who may log in to the server connects to every database. Only its owner may change that. */
async function closeToPublic(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    select format('revoke connect on database %I from public', datname) as statement
    from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba)))
    where datname = current_database() and pg_has_role(datdba, 'usage')
      and grantee = 0 and privilege_type = 'CONNECT'`.execute(db)
  for (const { statement } of rows) await sql.raw(statement).execute(db)
}
